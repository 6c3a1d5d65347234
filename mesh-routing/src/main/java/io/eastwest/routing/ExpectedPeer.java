package io.eastwest.routing;

import java.util.List;

/**
 * Whom a client takes for the right server.
 *
 * @param principals identities that are accepted, without {@code spiffe://}
 * @param trustDomains trust domains of which every identity is accepted
 */
record ExpectedPeer(List<String> principals, List<String> trustDomains) {
    ExpectedPeer {
        principals = List.copyOf(principals);
        trustDomains = List.copyOf(trustDomains);
    }

    static ExpectedPeer oneOf(List<String> principals) {
        return new ExpectedPeer(principals, List.of());
    }

    static ExpectedPeer anyOf(List<String> trustDomains) {
        return new ExpectedPeer(List.of(), trustDomains);
    }

    boolean accepts(String principal) {
        int slash = principal.indexOf('/');
        return principals.contains(principal) || (slash > 0 && trustDomains.contains(principal.substring(0, slash)));
    }

    @Override
    public String toString() {
        return trustDomains.isEmpty() ? principals.toString() : "any of the trust domains " + trustDomains;
    }
}
