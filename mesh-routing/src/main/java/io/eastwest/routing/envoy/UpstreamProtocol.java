package io.eastwest.routing.envoy;

/** HTTP version that a cluster speaks. */
public enum UpstreamProtocol {
    /** HTTP/1.1. */
    HTTP_1,

    /** HTTP/2. */
    HTTP_2,

    /** The version of the client. */
    AS_DOWNSTREAM
}
