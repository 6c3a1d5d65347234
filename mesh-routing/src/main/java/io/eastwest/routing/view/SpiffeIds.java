package io.eastwest.routing.view;

/** Mirrors istio 1.30.3 {@code pkg/spiffe/spiffe.go:genSpiffeURI}. */
final class SpiffeIds {
    private SpiffeIds() {}

    static String of(String trustDomain, String namespace, String serviceAccount) {
        return "spiffe://" + trustDomain.replace('@', '.') + "/ns/" + namespace + "/sa/" + serviceAccount;
    }
}
