package io.eastwest.routing.security;

import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on one attribute: one of the values must match, or none may.
 *
 * @param path where the rule says so
 * @param values the values as written
 * @param tests the values, compiled; at least one
 * @param negated whether none may match
 * @param actual what a call has
 */
record FieldCondition(
        String path,
        List<String> values,
        List<Predicate<RbacInput>> tests,
        boolean negated,
        Function<RbacInput, String> actual) {
    FieldCondition {
        values = List.copyOf(values);
        tests = List.copyOf(tests);
    }

    boolean matches(RbacInput input) {
        return negated == tests.stream().noneMatch(test -> test.test(input));
    }

    PolicyTest test(RbacInput input) {
        return new PolicyTest(path, values, negated, matches(input));
    }

    Mismatch mismatch(RbacInput input) {
        String wanted = negated ? "none of " : "one of ";
        return new Mismatch(path, wanted + PolicyText.list(values), actual.apply(input));
    }
}
