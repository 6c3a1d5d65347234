package io.eastwest.routing.platform;

/**
 * Something that does not fit together at the entry.
 *
 * @param kind what
 * @param host the global name
 * @param cluster where
 * @param message what is wrong and what to do, one line
 */
public record PlatformFinding(Kind kind, String host, String cluster, String message) {
    /** What does not fit together. */
    public enum Kind {
        /** A cluster behind the global name has no Route for it. */
        ROUTE_MISSING,

        /** The Route leaves its host to OpenShift, which gives each cluster another one. */
        ROUTE_HOST_UNSET,

        /** The Route of the same name has another host than in other clusters. */
        ROUTE_HOST_DIFFERS,

        /** A router has refused the Route. */
        ROUTE_NOT_ADMITTED,

        /** Routes of one host take other paths than in other clusters. */
        PATH_DIFFERS,

        /** TLS ends elsewhere than in other clusters. */
        TLS_DIFFERS,

        /** The certificate is for another identity than in other clusters. */
        CERTIFICATE_DIFFERS,

        /** The load balancer writes another host, but cannot read what passes through to the pod. */
        REWRITE_OF_PASSTHROUGH,

        /** The cluster has no Service of the name behind the Route. */
        SERVICE_MISSING,

        /** All services behind the Route have weight 0. */
        NO_WEIGHT
    }

    @Override
    public String toString() {
        return kind + " " + host + " in " + cluster + ": " + message;
    }
}
