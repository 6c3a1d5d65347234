package io.eastwest.testing.coverage;

/** What tests can reach. */
public enum RuleKind {
    /** A rule of a VirtualService, HTTPRoute, GRPCRoute, TLSRoute or TCPRoute: calls take it. */
    ROUTE("routes"),

    /** One of several matches of a rule: calls take the rule by it. */
    MATCH("matches"),

    /** One of several destinations of a rule: calls that take the rule are sent there. */
    DESTINATION("destinations"),

    /** A subset of a DestinationRule: calls are sent to it. */
    SUBSET("subsets"),

    /**
     * The traffic policy of a DestinationRule, or of one of its ports or subsets: a setting of it is in effect for calls
     * at a sidecar or gateway. What waypoints make of it is not told.
     */
    TRAFFIC_POLICY("traffic policies"),

    /** A rule of an AuthorizationPolicy: calls match it. Without rules, the policy: calls are held against it. */
    AUTHORIZATION_RULE("authorization rules"),

    /** A mode of a PeerAuthentication: it decides how connections of calls may be secured. */
    PEER_AUTHENTICATION("peer authentications"),

    /** A rule of a RequestAuthentication: the token of a call is verified by it. */
    TOKEN_RULE("token rules");

    private final String plural;

    RuleKind(String plural) {
        this.plural = plural;
    }

    /** {@return what several are called, in lower case} */
    public String plural() {
        return plural;
    }
}
