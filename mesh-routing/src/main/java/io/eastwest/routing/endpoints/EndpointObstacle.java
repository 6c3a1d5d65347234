package io.eastwest.routing.endpoints;

/** Why a proxy does not get an endpoint. */
enum EndpointObstacle {
    /** The service is for callers on the same node alone. */
    OTHER_NODE,

    /** The proxy asked for other networks. */
    OUT_OF_VIEW,

    /** The service stays within its cluster. */
    CLUSTER_LOCAL,

    /** Its cluster does not export it. */
    NOT_DISCOVERABLE,

    /** It has no address, and no gateway is known. */
    NO_ADDRESS,

    /** It is not ready, or is being terminated or drained. */
    STATE,

    /** The service is shared between clusters only if it is global. */
    NOT_GLOBAL,

    /** It is on another network, and nothing leads there. */
    NO_GATEWAY,

    /** It is on another network, and only mutual TLS passes gateways. */
    NO_MUTUAL_TLS
}
