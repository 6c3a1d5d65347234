package io.eastwest.model.istio.mesh;

/**
 * The encoding of access logs.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.AccessLogEncoding.
 */
public enum AccessLogEncoding {
    /** Text lines. */
    TEXT,
    /** JSON lines. */
    JSON
}
