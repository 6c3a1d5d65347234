package io.eastwest.model.gatewayapi;

/** Which filter a {@link GrpcRouteFilter} is: the discriminator on the wire. */
public enum GrpcRouteFilterType {
    /** changes request headers */
    RequestHeaderModifier,
    /** changes response headers */
    ResponseHeaderModifier,
    /** sends a copy of the call elsewhere */
    RequestMirror,
    /** a filter of the implementation */
    ExtensionRef
}
