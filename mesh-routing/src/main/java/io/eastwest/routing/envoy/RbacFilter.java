package io.eastwest.routing.envoy;

import java.util.List;

/**
 * Role based access control of one action, over HTTP or TCP.
 *
 * @param action what a match means
 * @param policies the policies in the order of their names as istiod sends them
 * @param dryRun policies that only leave a trace
 */
public record RbacFilter(Action action, List<RbacPolicy> policies, List<RbacPolicy> dryRun) implements HttpFilter {
    /**
     * Copies the lists.
     *
     * @param action what a match means
     * @param policies the policies in the order of their names as istiod sends them
     * @param dryRun policies that only leave a trace
     */
    public RbacFilter {
        policies = List.copyOf(policies);
        dryRun = List.copyOf(dryRun);
    }

    /** What a match means. */
    public enum Action {
        /** A call passes only if a policy matches. */
        ALLOW,

        /** A call is refused if a policy matches. */
        DENY,

        /** A match is logged. */
        LOG,

        /** A match is put before an external authorizer, which is not modelled. */
        CUSTOM
    }
}
