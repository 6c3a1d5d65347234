package io.eastwest.model.scalar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Istio says about host names. A name whose first character is {@code *} is a wildcard; comparison is
 * case-sensitive.
 *
 * <p>Mirrors istio 1.30.3 {@code pkg/config/host/name.go}, {@code names.go} and {@code pilot/pkg/model/config.go}.
 */
public final class Hostname {
    /** The narrowest name first: exact before wildcard, then the longer, then by text. */
    public static final Comparator<String> MORE_SPECIFIC_FIRST = Comparator.comparing(Hostname::isWildcard)
            .thenComparing(Comparator.comparingInt(String::length).reversed())
            .thenComparing(Comparator.naturalOrder());

    private Hostname() {}

    /**
     * Whether a name stands for many.
     *
     * @param name a host name
     * @return whether its first character is {@code *}
     */
    public static boolean isWildcard(String name) {
        return !name.isEmpty() && name.charAt(0) == '*';
    }

    /**
     * Whether two names have a host in common. Symmetric.
     *
     * @param name a host name
     * @param other another
     * @return whether some host is meant by both
     */
    public static boolean matches(String name, String other) {
        boolean wild = isWildcard(name);
        boolean otherWild = isWildcard(other);
        if (wild && otherWild) {
            return name.length() < other.length() ? endsWith(other, name) : endsWith(name, other);
        }
        return wild ? endsWith(other, name) : otherWild ? endsWith(name, other) : name.equals(other);
    }

    /**
     * Whether one name means nothing that the other does not. A wildcard is never a subset of an exact name.
     *
     * @param name a host name
     * @param other another
     * @return whether every host of {@code name} is one of {@code other}
     */
    public static boolean subsetOf(String name, String other) {
        if (!isWildcard(other)) {
            return name.equals(other);
        }
        return isWildcard(name) ? name.length() >= other.length() && endsWith(name, other) : endsWith(name, other);
    }

    /**
     * Whether one name is narrower.
     *
     * @param name a host name
     * @param other another
     * @return whether {@code name} comes first in {@link #MORE_SPECIFIC_FIRST}
     */
    public static boolean moreSpecific(String name, String other) {
        return MORE_SPECIFIC_FIRST.compare(name, other) < 0;
    }

    /**
     * What two lists have in common: of each pair the narrower name, if one is a subset of the other.
     *
     * @param names host names
     * @param others host names
     * @return the common names without duplicates, in the order of the first list, then of the second
     */
    public static List<String> intersection(Collection<String> names, Collection<String> others) {
        Set<String> common = new LinkedHashSet<>();
        for (String name : names) {
            for (String other : others) {
                if (subsetOf(name, other)) {
                    common.add(name);
                } else if (subsetOf(other, name)) {
                    common.add(other);
                }
            }
        }
        return new ArrayList<>(common);
    }

    /**
     * The narrowest of many names that holds a wanted one. Mirrors istio 1.30.3
     * {@code pilot/pkg/model/config.go:MostSpecificHostMatch}.
     *
     * @param wanted host name to find; may be a wildcard
     * @param exact names without a wildcard; only asked for an exact {@code wanted}, so a hash set answers fastest
     * @param wildcards names with a wildcard
     * @return the name found; empty when none holds it
     */
    public static Optional<String> mostSpecificMatch(String wanted, Set<String> exact, Collection<String> wildcards) {
        if (!isWildcard(wanted) && exact.contains(wanted)) {
            return Optional.of(wanted);
        }
        String best = null;
        for (String candidate : wildcards) {
            if (subsetOf(wanted, candidate) && (best == null || moreSpecific(candidate, best))) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The full name of a host in a resource. An empty name, {@code *}, an IP address and a name with a dot stay. Mirrors
     * istio 1.30.3 {@code pilot/pkg/model/config.go:ResolveShortnameToFQDN}.
     *
     * @param host name as the resource writes it
     * @param namespace namespace of the resource
     * @param domainSuffix domain of the cluster, usually {@code cluster.local}
     * @return such as {@code reviews.prod.svc.cluster.local}
     */
    public static String resolve(String host, String namespace, String domainSuffix) {
        if (host.isEmpty() || host.equals("*") || host.indexOf('.') >= 0 || host.indexOf(':') >= 0) {
            return host;
        }
        return host + "." + namespace + ".svc" + (domainSuffix.isEmpty() ? "" : "." + domainSuffix);
    }

    private static boolean endsWith(String name, String wildcard) {
        int from = isWildcard(name) ? 1 : 0;
        int length = wildcard.length() - 1;
        return name.length() - from >= length && name.regionMatches(name.length() - length, wildcard, 1, length);
    }
}
