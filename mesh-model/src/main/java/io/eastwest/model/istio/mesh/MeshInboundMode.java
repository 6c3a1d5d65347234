package io.eastwest.model.istio.mesh;

/**
 * Where sidecars send inbound traffic.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.InboundTrafficPolicy.Mode.
 */
public enum MeshInboundMode {
    /** To the address that was called. */
    PASSTHROUGH,
    /** To the loopback address. */
    LOCALHOST
}
