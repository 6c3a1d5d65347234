package io.eastwest.model.topology;

/** How global DNS chooses among the sites that are up. */
public enum GlobalMethod {
    /** All alike. */
    ROUND_ROBIN,

    /** By {@link GlobalPoolMember#ratio()}. */
    RATIO,

    /** The first by {@link GlobalPoolMember#priority()}, all alike among equals. */
    ACTIVE_STANDBY,

    /** Those of the region of the client, all alike; all of them where none is there. */
    TOPOLOGY
}
