package io.eastwest.model.openshift;

/** Where TLS ends for a {@link Route}. */
public enum RouteTermination {
    /** at the router */
    edge,
    /** at the pod; the router looks at the server name only */
    passthrough,
    /** at the router, which opens a TLS session of its own to the pod */
    reencrypt
}
