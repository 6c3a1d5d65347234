package io.eastwest.routing.envoy;

/**
 * Condition on a header.
 *
 * @param name name; pseudo headers begin with a colon
 * @param value condition on the joined values
 * @param invert whether the condition must not hold
 * @param treatMissingAsEmpty whether an absent header counts as empty
 */
public record HeaderMatch(String name, ValueMatch value, boolean invert, boolean treatMissingAsEmpty) {}
