package io.eastwest.model.topology;

/** What the load balancer of a site does with the host of a request. */
public enum TrafficManagerMode {
    /** It keeps it; each cluster needs a Route for the global name. */
    DIRECT,

    /** It writes {@link RouterMember#host()} instead, which takes a TLS session that ends at the load balancer. */
    REWRITE
}
