package io.eastwest.routing.envoy;

/** Health in an assignment. */
public enum EndpointHealth {
    /** May be used. */
    HEALTHY,

    /** Counted, not used. */
    UNHEALTHY,

    /** Neither counted nor used. */
    DRAINING
}
