package io.eastwest.routing.envoy;

/** MeshConfig.pathNormalization as the connection manager applies it. */
public enum PathNormalizationLevel {
    /** Nothing. */
    NONE,

    /** RFC 3986 normalisation; the default. */
    BASE,

    /** BASE, then adjacent slashes become one. */
    MERGE_SLASHES,

    /** Encoded slashes are decoded, then MERGE_SLASHES. */
    DECODE_AND_MERGE_SLASHES
}
