package io.eastwest.model.gatewayapi;

/** How the value of a header is compared. */
public enum HeaderMatchType {
    /** it equals the value, case-sensitive */
    Exact,
    /** it matches a pattern in the dialect of the implementation */
    RegularExpression
}
