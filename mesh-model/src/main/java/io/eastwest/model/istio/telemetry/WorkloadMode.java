package io.eastwest.model.istio.telemetry;

/**
 * The direction of traffic, seen from a workload.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:WorkloadMode.
 */
public enum WorkloadMode {
    /** Both directions. */
    CLIENT_AND_SERVER,
    /** Calls of the workload. */
    CLIENT,
    /** Calls to the workload. */
    SERVER
}
