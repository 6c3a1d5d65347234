package io.eastwest.routing.envoy;

/**
 * An RE2 replacement.
 *
 * @param pattern expression
 * @param substitution replacement with \\1 groups
 */
public record RegexRewrite(String pattern, String substitution) {}
