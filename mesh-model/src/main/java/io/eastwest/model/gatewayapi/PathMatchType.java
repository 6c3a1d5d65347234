package io.eastwest.model.gatewayapi;

/** How an {@link HttpPathMatch} compares the path. */
public enum PathMatchType {
    /** the path equals the value, case-sensitive */
    Exact,
    /** the path starts with the value, element by element */
    PathPrefix,
    /** the path matches a pattern in the dialect of the implementation */
    RegularExpression
}
