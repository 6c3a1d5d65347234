package io.eastwest.routing;

/** What a proxy sees of a call that it sent on and that did not end well. */
enum TryResult {
    /** No connection was made, or its handshake failed. */
    CONNECT_FAILURE,

    /** The connection was closed after the request was sent. */
    RESET,

    /** A response with a status. */
    RESPONSE
}
