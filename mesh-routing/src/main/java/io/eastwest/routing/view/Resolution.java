package io.eastwest.routing.view;

/** How the endpoints of a service are found, as istiod's model.Resolution. */
public enum Resolution {
    /** Endpoints are sent (ClusterIP, STATIC). */
    CLIENT_SIDE,

    /** STRICT_DNS. */
    DNS,

    /** LOGICAL_DNS. */
    DNS_ROUND_ROBIN,

    /** The address dialled (headless, NONE). */
    PASSTHROUGH,

    /** By the name of the request. */
    DYNAMIC_DNS,

    /** ExternalName. */
    ALIAS
}
