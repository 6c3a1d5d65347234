package io.eastwest.routing.balancing;

/** Health of an endpoint as the control plane sends it. */
public enum HostHealth {
    /** Healthy, or nothing is known. */
    HEALTHY,
    /** Not ready: counted as a host, not as a healthy one. */
    UNHEALTHY,
    /** Being drained: neither counted as a host nor picked, except in panic. */
    DRAINING
}
