package io.eastwest.routing.envoy;

/** Condition on the path without query. */
public sealed interface PathMatch {
    /**
     * The whole path.
     *
     * @param value the path
     */
    record Exact(String value) implements PathMatch {}

    /**
     * A string prefix, not aware of segments.
     *
     * @param value the prefix
     */
    record Prefix(String value) implements PathMatch {}

    /**
     * A prefix that ends at a segment boundary.
     *
     * @param value the prefix without trailing slash
     */
    record SeparatedPrefix(String value) implements PathMatch {}

    /**
     * An RE2 expression for the whole path.
     *
     * @param pattern the expression
     */
    record Regex(String pattern) implements PathMatch {}
}
