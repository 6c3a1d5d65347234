package io.eastwest.model.gatewayapi;

/** Which filter an {@link HttpRouteFilter} is: the discriminator on the wire. */
public enum HttpRouteFilterType {
    /** changes request headers */
    RequestHeaderModifier,
    /** changes response headers */
    ResponseHeaderModifier,
    /** sends a copy of the request elsewhere */
    RequestMirror,
    /** answers with a redirect */
    RequestRedirect,
    /** changes host or path on the way to the backend */
    URLRewrite,
    /** a filter of the implementation */
    ExtensionRef,
    /** answers cross-origin requests */
    CORS,
    /** asks another service for permission; experimental channel */
    ExternalAuth
}
