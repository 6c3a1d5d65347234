package io.eastwest.routing.envoy;

/**
 * Condition on the first occurrence of a query parameter.
 *
 * @param name name, raw
 * @param value condition on the raw value
 */
public record QueryMatch(String name, ValueMatch value) {}
