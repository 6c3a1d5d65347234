package io.eastwest.routing.envoy;

import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Optional;

/** One rule of an AuthorizationPolicy, compiled: a predicate over the call. Immutable and thread-safe. */
public interface RbacPolicy {
    /** {@return the name as istiod gives it: {@code ns[<namespace>]-policy[<name>]-rule[<index>]}} */
    String name();

    /** {@return the rule it comes from} */
    Origin origin();

    /**
     * {@return whether the call matches this rule}
     *
     * @param input what the call shows to the filter
     */
    boolean matches(RbacInput input);

    /**
     * {@return why the call does not match: of each alternative the first field that fails, with expected and actual value; empty
     * when it matches}
     *
     * @param input what the call shows to the filter
     */
    List<Mismatch> mismatches(RbacInput input);

    /**
     * {@return every field that a call would have to change to match, those of the alternative that lacks the fewest, each with
     * expected and actual value; empty when it matches}
     *
     * @param input what the call shows to the filter
     */
    default List<Mismatch> missing(RbacInput input) {
        return mismatches(input);
    }

    /**
     * {@return the tests that decide whether the call matches, in the order in which they are made: of each alternative up to the
     * first that fails}
     *
     * @param input what the call shows to the filter
     */
    List<PolicyTest> tests(RbacInput input);

    /** {@return the external authorizer that is asked about what matches; empty: the match itself decides} */
    default Optional<String> provider() {
        return Optional.empty();
    }
}
