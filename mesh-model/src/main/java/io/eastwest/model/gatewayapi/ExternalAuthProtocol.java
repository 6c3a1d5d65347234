package io.eastwest.model.gatewayapi;

/** How an external authorization service is asked. */
public enum ExternalAuthProtocol {
    /** by a copy of the request */
    HTTP,
    /** by the external authorization protocol of Envoy */
    GRPC
}
