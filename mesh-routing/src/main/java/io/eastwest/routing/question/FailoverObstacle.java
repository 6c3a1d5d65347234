package io.eastwest.routing.question;

/**
 * Why calls do not fail over, or are spread from the start.
 *
 * @param kind why
 * @param detail with names and numbers, for people
 */
public record FailoverObstacle(Kind kind, String detail) {
    /** Why calls do not fail over. */
    public enum Kind {
        /** The mesh has nothing outside: one cluster, one network or one locality. */
        NOTHING_OUTSIDE,

        /** The service has no endpoint outside. */
        NO_ENDPOINT_OUTSIDE,

        /** It has some, but the control plane of the caller does not read their cluster. */
        NOT_DISCOVERED,

        /** The port outside has another name. */
        PORT_NAME_DIFFERS,

        /** The host is local to each cluster. */
        CLUSTER_LOCAL,

        /** The service is local to each node. */
        NODE_LOCAL,

        /** No endpoint outside is ready. */
        NOT_READY,

        /** No endpoint outside has the labels of the subset. */
        SUBSET_EMPTY,

        /** The other network has no gateway, and its pods cannot be dialled from here. */
        NO_GATEWAY,

        /** Gateways pass mutual TLS only, and the endpoints outside do not take it. */
        NO_MUTUAL_TLS,

        /** The shares of {@code distribute} leave nothing for the outside, or fix how much it gets. */
        DISTRIBUTE,

        /** Without outlier detection nothing is ejected, and no priorities are assigned. */
        NO_OUTLIER_DETECTION,

        /** Fewer endpoints may be ejected than would have to be: {@code maxEjectionPercent}. */
        EJECTION_CAP,

        /** So few are healthy then that Envoy uses all of them again: {@code minHealthPercent}. */
        PANIC,

        /** The caller has no locality to compare with. */
        NO_LOCALITY,

        /** Inside and outside count as equally near. */
        EQUALLY_NEAR,

        /** A DestinationRule or the mesh has switched the preference between localities off. */
        LOCALITY_PREFERENCE_OFF,

        /** Endpoints that are neither inside nor usable keep the load of their priority. */
        OTHERS_IN_BETWEEN,

        /** What is sent to the proxy does not tell why. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
