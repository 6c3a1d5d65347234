package io.eastwest.model.gatewayapi;

/** Experimental channel: which routes a gateway serves by default, or which default gateways a route uses. */
public enum GatewayDefaultScope {
    /** all of them */
    All,
    /** none of them */
    None
}
