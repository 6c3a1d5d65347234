package io.eastwest.model.istio.mesh;

/**
 * A kind of normalisation of paths.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ProxyPathNormalization.NormalizationType.
 */
public enum PathNormalizationType {
    /** Istio decides, which is as {@code BASE}. */
    DEFAULT,
    /** None. */
    NONE,
    /** As RFC 3986, with backslashes made slashes. */
    BASE,
    /** As {@code BASE}, and repeated slashes merged. */
    MERGE_SLASHES,
    /** As {@code MERGE_SLASHES}, after escaped slashes and backslashes are decoded. */
    DECODE_AND_MERGE_SLASHES
}
