package io.eastwest.routing.view;

/** Health of an endpoint in its registry. */
public enum EndpointState {
    /** Ready. */
    HEALTHY,

    /** Not ready. */
    UNHEALTHY,

    /** Terminating, still serving, kept for persistent sessions. */
    DRAINING,

    /** Going away. */
    TERMINATING
}
