package io.eastwest.routing.envoy;

import java.util.List;

/**
 * One test that a rule of an AuthorizationPolicy made of a call.
 *
 * @param path where the rule says so, such as {@code to[0].operation.paths} or {@code when[1] request.headers[x-user] values}
 * @param values the values of which one must match, or none may
 * @param negated whether none may match
 * @param holds whether the call passes
 */
public record PolicyTest(String path, List<String> values, boolean negated, boolean holds) {
    /**
     * Copies the list.
     *
     * @param path where the rule says so
     * @param values the values
     * @param negated whether none may match
     * @param holds whether the call passes
     */
    public PolicyTest {
        values = List.copyOf(values);
    }
}
