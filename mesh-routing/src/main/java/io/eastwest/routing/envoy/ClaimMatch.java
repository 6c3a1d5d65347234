package io.eastwest.routing.envoy;

import java.util.List;

/**
 * Condition on a claim of the verified token.
 *
 * @param path claim path
 * @param value condition on the string or on one element of the list
 * @param invert whether the condition must not hold
 */
public record ClaimMatch(List<String> path, ValueMatch value, boolean invert) {
    /**
     * Copies the lists.
     *
     * @param path claim path
     * @param value condition on the string or on one element of the list
     * @param invert whether the condition must not hold
     */
    public ClaimMatch {
        path = List.copyOf(path);
    }
}
