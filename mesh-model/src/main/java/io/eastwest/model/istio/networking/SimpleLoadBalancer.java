package io.eastwest.model.istio.networking;

/**
 * An algorithm that chooses among endpoints without affinity.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:LoadBalancerSettings.SimpleLB.
 */
public enum SimpleLoadBalancer {
    /** Istio decides, which is least requests. */
    UNSPECIFIED,
    /** Deprecated name of {@link #LEAST_REQUEST}. */
    LEAST_CONN,
    /** A random endpoint. */
    RANDOM,
    /** The address the caller asked for, without balancing. */
    PASSTHROUGH,
    /** One after the other. */
    ROUND_ROBIN,
    /** Of two random endpoints the one with fewer active requests. */
    LEAST_REQUEST
}
