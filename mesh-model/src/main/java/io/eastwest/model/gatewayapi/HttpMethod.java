package io.eastwest.model.gatewayapi;

/** Method of an HTTP request. */
public enum HttpMethod {
    /** the method {@code GET} */
    GET,
    /** the method {@code HEAD} */
    HEAD,
    /** the method {@code POST} */
    POST,
    /** the method {@code PUT} */
    PUT,
    /** the method {@code DELETE} */
    DELETE,
    /** the method {@code CONNECT} */
    CONNECT,
    /** the method {@code OPTIONS} */
    OPTIONS,
    /** the method {@code TRACE} */
    TRACE,
    /** the method {@code PATCH} */
    PATCH
}
