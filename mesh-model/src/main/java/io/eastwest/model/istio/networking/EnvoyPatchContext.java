package io.eastwest.model.istio.networking;

/**
 * The direction of traffic that a patch is about.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.PatchContext.
 */
public enum EnvoyPatchContext {
    /** Sidecars in both directions and gateways. */
    ANY,
    /** Traffic to the workload of a sidecar. */
    SIDECAR_INBOUND,
    /** Traffic of the workload of a sidecar. */
    SIDECAR_OUTBOUND,
    /** Traffic through a gateway. */
    GATEWAY,
    /** Traffic through a waypoint. */
    WAYPOINT
}
