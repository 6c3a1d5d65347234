package io.eastwest.routing.question;

import io.eastwest.model.ResourceKey;

/**
 * A policy, or a part of one, that does nothing.
 *
 * @param cluster the cluster whose control plane has it
 * @param policy the policy
 * @param path the part of it, such as {@code spec.rules[1]}; empty: the whole
 * @param reason why it does nothing
 * @param because the same in words, with the other resources that matter
 */
public record IneffectivePolicy(String cluster, ResourceKey policy, String path, Reason reason, String because) {
    /** Why a policy does nothing. */
    public enum Reason {
        /** Its selector or namespace takes no workload. */
        SELECTS_NOTHING,

        /** None of the workloads that it takes has a proxy that would enforce it. */
        NO_PROXY,

        /** What it is attached to is not there. */
        TARGET_NOT_THERE,

        /** No waypoint serves the service that it is attached to. */
        TARGET_WITHOUT_WAYPOINT,

        /** The annotation {@code istio.io/dry-run} is set. */
        ONLY_TRIED,

        /** An older policy of the same scope counts instead. */
        OVERRIDDEN,

        /** PeerAuthentications with a selector do nothing in the root namespace. */
        IGNORED_IN_ROOT_NAMESPACE,

        /** The ztunnels that enforce it do not look at what it says. */
        NOT_AT_ZTUNNEL,

        /** No call matches the rule. */
        NEVER_MATCHES,

        /** A rule that denies takes all calls that it allows. */
        SHADOWED_BY_DENY,

        /** Another rule of the same action takes all its calls. */
        COVERED,

        /** Calls to pods behind a ztunnel are tunnelled whatever the rule says of TLS. */
        TLS_IGNORED_BY_TUNNEL,

        /** What it demands of TLS is refused by the PeerAuthentication of the server. */
        CONTRADICTED
    }
}
