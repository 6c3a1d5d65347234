package io.eastwest.routing.envoy;

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
     * {@return why the call does not match: the first field that fails, with expected and actual value; empty when it
     * matches}
     *
     * @param input what the call shows to the filter
     */
    Optional<String> mismatch(RbacInput input);
}
