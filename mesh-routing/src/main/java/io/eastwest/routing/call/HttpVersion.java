package io.eastwest.routing.call;

/** Version of HTTP on the wire. */
public enum HttpVersion {
    /** HTTP/1.0. */
    HTTP_1_0,

    /** HTTP/1.1. */
    HTTP_1_1,

    /** HTTP/2, in clear text h2c. */
    HTTP_2
}
