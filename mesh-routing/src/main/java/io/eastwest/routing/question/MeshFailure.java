package io.eastwest.routing.question;

import io.eastwest.routing.Conditions;

/**
 * One thing that may break.
 *
 * @param kind what breaks
 * @param name name of the column, such as {@code cluster c1}
 * @param conditions what is broken then
 */
public record MeshFailure(Kind kind, String name, Conditions conditions) {
    /** What breaks, from the smallest. */
    public enum Kind {
        /** One pod. */
        POD,

        /** All pods of one node. */
        NODE,

        /** All pods of one zone of one region. */
        ZONE,

        /** All pods of one region. */
        REGION,

        /** A cluster. */
        CLUSTER,

        /** One address of an east-west gateway. */
        GATEWAY,

        /** All east-west gateways of a network. */
        GATEWAYS,

        /** The link between two networks. */
        LINK,

        /** The control plane of one or more clusters; calls go on, what stops is told by {@link io.eastwest.routing.Decision#findings()}. */
        CONTROL_PLANE,

        /** The certificate authority of a cluster, whose certificates have expired. */
        AUTHORITY,

        /** What the caller of this library thought of. */
        GIVEN
    }

    /**
     * A failure of one's own.
     *
     * @param name name of the column
     * @param conditions what is broken then
     * @return the failure
     */
    public static MeshFailure given(String name, Conditions conditions) {
        return new MeshFailure(Kind.GIVEN, name, conditions);
    }

    @Override
    public String toString() {
        return name;
    }
}
