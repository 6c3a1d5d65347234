package io.eastwest.model.istio.mesh;

/**
 * What proxies do with calls to hosts that are not in the registry.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.OutboundTrafficPolicy.Mode.
 */
public enum MeshOutboundMode {
    /** They fail. */
    REGISTRY_ONLY,
    /** They are passed through to the address that was called. */
    ALLOW_ANY,
    /** The name of each HTTP request is resolved; since Istio 1.30. */
    ALLOW_ANY_DYNAMIC_DNS
}
