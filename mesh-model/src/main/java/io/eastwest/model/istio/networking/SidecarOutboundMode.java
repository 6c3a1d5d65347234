package io.eastwest.model.istio.networking;

/**
 * What a sidecar does with calls to hosts that are not in the registry.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:OutboundTrafficPolicy.Mode.
 */
public enum SidecarOutboundMode {
    /** They fail. */
    REGISTRY_ONLY,
    /** They are passed through. */
    ALLOW_ANY
}
