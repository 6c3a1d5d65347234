package io.eastwest.model.istio.extensions;

/**
 * The direction of traffic that an extension sees.
 *
 * <p>Mirrors istio/api v1.30.3 type/v1beta1/selector.proto:WorkloadMode.
 */
public enum TrafficSelectorMode {
    /** Both directions. */
    UNDEFINED,
    /** Calls of the workload. */
    CLIENT,
    /** Calls to the workload. */
    SERVER,
    /** Both directions. */
    CLIENT_AND_SERVER
}
