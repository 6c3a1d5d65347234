package io.eastwest.routing.security;

import io.eastwest.routing.envoy.RbacInput;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An attribute of calls that rules look at.
 *
 * @param httpOnly whether only HTTP has it
 * @param test compiles a value of a rule; empty: the value says nothing that can be tested
 * @param actual what a call has, for explanations
 */
record PolicyField(
        boolean httpOnly, Function<String, Optional<Predicate<RbacInput>>> test, Function<RbacInput, String> actual) {
    static PolicyField http(Function<String, Optional<Predicate<RbacInput>>> test, Function<RbacInput, String> actual) {
        return new PolicyField(true, test, actual);
    }

    static PolicyField connection(
            Function<String, Optional<Predicate<RbacInput>>> test, Function<RbacInput, String> actual) {
        return new PolicyField(false, test, actual);
    }
}
