package io.eastwest.model.gatewayapi;

/** How the value of a query parameter is compared. */
public enum QueryParamMatchType {
    /** it equals the value, case-sensitive */
    Exact,
    /** it matches a pattern in the dialect of the implementation */
    RegularExpression
}
