package io.eastwest.model.istio.mesh;

/**
 * Where metadata is exchanged.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.MetadataExchangeMode.
 */
public enum MetadataExchangeMode {
    /** Everywhere. */
    UNDEFINED,
    /** With workloads of the mesh alone. */
    IN_MESH
}
