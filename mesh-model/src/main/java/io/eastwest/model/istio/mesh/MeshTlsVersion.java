package io.eastwest.model.istio.mesh;

/**
 * The lowest version of TLS in the mesh.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.TLSConfig.TLSProtocol.
 */
public enum MeshTlsVersion {
    /** The choice of Istio, which is TLS 1.2. */
    TLS_AUTO,
    /** TLS 1.2. */
    TLSV1_2,
    /** TLS 1.3. */
    TLSV1_3
}
