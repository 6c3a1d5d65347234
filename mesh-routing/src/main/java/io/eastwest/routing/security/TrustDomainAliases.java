package io.eastwest.routing.security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The trust domain of a mesh and its aliases: a rule that names one of them means all.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/trustdomain/bundle.go}.
 *
 * @param domains the trust domain, then its aliases
 */
record TrustDomainAliases(List<String> domains) {
    private static final String LOCAL = "cluster.local";
    private static final String ANY = "*";
    private static final int PARTS = 5;

    TrustDomainAliases {
        domains = List.copyOf(domains);
    }

    /** {@return the principals with one for each domain in place of those that name one} */
    List<String> principals(List<String> principals) {
        List<String> expanded = new ArrayList<>();
        for (String principal : principals) {
            String[] parts = principal.split("/", -1);
            boolean named = parts.length == PARTS
                    && !parts[0].equals(ANY)
                    && (parts[0].equals(LOCAL)
                            || domains.stream()
                                    .anyMatch(domain -> matches(parts[0], domain) || matches(domain, parts[0])));
            if (named) {
                expanded.addAll(replaced(principal, parts[0]));
            } else {
                expanded.add(principal);
            }
        }
        return expanded;
    }

    private Set<String> replaced(String principal, String named) {
        Set<String> all = new LinkedHashSet<>();
        for (String domain : domains) {
            boolean suffix = named.startsWith(ANY) && domain.endsWith(named.substring(1));
            all.add(suffix ? principal : domain + principal.substring(named.length()));
        }
        return all;
    }

    private static boolean matches(String pattern, String domain) {
        return pattern.equals(domain)
                || (pattern.startsWith(ANY) && domain.endsWith(pattern.substring(1)))
                || (pattern.endsWith(ANY) && domain.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    /** {@return the trust domains with all domains in place of each that is one of them} */
    List<String> trustDomains(List<String> values) {
        Set<String> expanded = new LinkedHashSet<>();
        for (String value : values) {
            if (domains.contains(value)) {
                expanded.addAll(domains);
            } else {
                expanded.add(value);
            }
        }
        return List.copyOf(expanded);
    }
}
