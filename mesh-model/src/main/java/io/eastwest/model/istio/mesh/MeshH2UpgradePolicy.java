package io.eastwest.model.istio.mesh;

/**
 * Whether connections of the mesh are upgraded to HTTP/2.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.H2UpgradePolicy.
 */
public enum MeshH2UpgradePolicy {
    /** Never unless a DestinationRule asks for it. */
    DO_NOT_UPGRADE,
    /** Always unless a DestinationRule forbids it. */
    UPGRADE
}
