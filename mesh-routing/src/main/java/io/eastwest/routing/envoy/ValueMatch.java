package io.eastwest.routing.envoy;

/** Condition on a string. */
public sealed interface ValueMatch {
    /** Any value. */
    record Present() implements ValueMatch {}

    /**
     * The whole value.
     *
     * @param value the value
     */
    record Exact(String value) implements ValueMatch {}

    /**
     * The beginning.
     *
     * @param value the prefix
     */
    record Prefix(String value) implements ValueMatch {}

    /**
     * The end.
     *
     * @param value the suffix
     */
    record Suffix(String value) implements ValueMatch {}

    /**
     * An RE2 expression for the whole value.
     *
     * @param pattern the expression
     */
    record Regex(String pattern) implements ValueMatch {}
}
