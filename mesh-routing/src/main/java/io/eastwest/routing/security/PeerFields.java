package io.eastwest.routing.security;

import com.google.re2j.Pattern;
import io.eastwest.routing.envoy.RbacInput;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes of the identity of the peer; without one no value matches.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/generator.go}: srcPrincipalGenerator, srcNamespaceGenerator,
 * srcServiceAccountGenerator, srcTrustDomainGenerator.
 */
final class PeerFields {
    private static final String SCHEME = "spiffe://";
    private static final String ANY = "*";

    static final PolicyField PRINCIPAL =
            PolicyField.connection(value -> Optional.of(onPrincipal(TextPattern.of(value))), PeerFields::actual);

    static final PolicyField NAMESPACE = PolicyField.connection(
            value -> Optional.of(onIdentity(".*/ns/" + glob(value) + "/.*")), PeerFields::actual);

    static final PolicyField TRUST_DOMAIN = PolicyField.connection(
            value -> Optional.of(value.equals(ANY) ? onPrincipal(text -> true) : trustDomain(value)),
            PeerFields::actual);

    private PeerFields() {}

    /**
     * {@return the attribute of service accounts}
     *
     * @param namespace namespace of values that name none
     */
    static PolicyField serviceAccount(String namespace) {
        return PolicyField.connection(
                value -> Optional.of(onIdentity(serviceAccount(namespace, value))), PeerFields::actual);
    }

    private static String serviceAccount(String policyNamespace, String value) {
        int slash = value.indexOf('/');
        String namespace = slash < 0 ? policyNamespace : value.substring(0, slash);
        String account = value.substring(slash + 1);
        return SCHEME + ".+/ns/" + Pattern.quote(namespace) + "/(.+/|)sa/" + Pattern.quote(account) + "(/.+)?";
    }

    private static Predicate<RbacInput> trustDomain(String value) {
        int star = value.indexOf('*');
        if (star < 0) {
            return onPrincipal(text -> text.startsWith(value + "/"));
        }
        return onIdentity(SCHEME
                + Pattern.quote(value.substring(0, star))
                + "[^/]*"
                + Pattern.quote(value.substring(star + 1))
                + "/.*");
    }

    private static String glob(String value) {
        return Stream.of(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    private static Predicate<RbacInput> onIdentity(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return onPrincipal(text -> pattern.matches(SCHEME + text));
    }

    private static Predicate<RbacInput> onPrincipal(Predicate<String> test) {
        return input -> input.principal().filter(test).isPresent();
    }

    private static String actual(RbacInput input) {
        return input.principal().map(PolicyText::quoted).orElse("no peer identity");
    }
}
