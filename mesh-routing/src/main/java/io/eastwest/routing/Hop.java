package io.eastwest.routing;

/**
 * One proxy that a call passes.
 *
 * @param proxy its pod, {@code <cluster>/<namespace>/<pod>}
 * @param kind what it is
 * @param address address by which it or its application is reached; empty for the caller
 * @param secured how the connection to it is secured; empty for the caller
 */
public record Hop(String proxy, Kind kind, String address, String secured) {
    /** What a hop is. */
    public enum Kind {
        /** The caller's sidecar. */
        CLIENT_SIDECAR,

        /** An east-west gateway. */
        EAST_WEST_GATEWAY,

        /** The sidecar of the destination. */
        SERVER_SIDECAR,

        /** A destination without a proxy. */
        APPLICATION
    }
}
