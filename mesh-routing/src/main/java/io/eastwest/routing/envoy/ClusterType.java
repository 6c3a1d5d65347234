package io.eastwest.routing.envoy;

/** How a cluster finds its endpoints. */
public enum ClusterType {
    /** Sent by the control plane. */
    EDS,

    /** Part of the cluster. */
    STATIC,

    /** All addresses of a name. */
    STRICT_DNS,

    /** One address of a name at a time. */
    LOGICAL_DNS,

    /** The address that was dialled. */
    ORIGINAL_DST,

    /** The name of the request. */
    DYNAMIC_FORWARD_PROXY
}
