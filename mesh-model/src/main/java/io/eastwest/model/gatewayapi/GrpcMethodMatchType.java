package io.eastwest.model.gatewayapi;

/** How service and method of a gRPC call are compared. */
public enum GrpcMethodMatchType {
    /** they equal the given names, case-sensitive */
    Exact,
    /** they match patterns in the dialect of the implementation */
    RegularExpression
}
