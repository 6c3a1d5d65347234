package io.eastwest.routing.question;

/** What calls leave when they fail over. */
public enum FailoverBoundary {
    /** The locality of the caller, region, zone and subzone together. */
    LOCALITY,

    /** The cluster of the caller. */
    CLUSTER,

    /** The network of the caller. */
    NETWORK
}
