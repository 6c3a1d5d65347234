package io.eastwest.routing;

/**
 * One proxy that a call passes.
 *
 * @param proxy its pod, {@code <cluster>/<namespace>/<pod>}; of a ztunnel the pod that it serves
 * @param kind what it is
 * @param address address by which it or its application is reached; empty for the caller
 * @param secured how the connection to it is secured; empty for the caller
 * @param peer identity of the client of that connection as it is seen here, without {@code spiffe://}; empty: none
 */
public record Hop(String proxy, Kind kind, String address, String secured, String peer) {
    /**
     * A hop that sees no identity.
     *
     * @param proxy its pod
     * @param kind what it is
     * @param address address by which it is reached
     * @param secured how the connection to it is secured
     */
    public Hop(String proxy, Kind kind, String address, String secured) {
        this(proxy, kind, address, secured, "");
    }

    /** What a hop is. */
    public enum Kind {
        /** The caller's sidecar. */
        CLIENT_SIDECAR,

        /** The ztunnel of the caller. */
        CLIENT_ZTUNNEL,

        /** A caller without a proxy. */
        CLIENT_APPLICATION,

        /** A gateway on the edge of the mesh. */
        INGRESS_GATEWAY,

        /** A waypoint. */
        WAYPOINT,

        /** An east-west gateway. */
        EAST_WEST_GATEWAY,

        /** The sidecar of the destination. */
        SERVER_SIDECAR,

        /** The ztunnel of the destination. */
        SERVER_ZTUNNEL,

        /** A destination without a proxy. */
        APPLICATION
    }
}
