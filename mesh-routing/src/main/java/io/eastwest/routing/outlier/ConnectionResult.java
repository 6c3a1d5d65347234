package io.eastwest.routing.outlier;

/** A result other than an HTTP response. */
public enum ConnectionResult implements HostResult {
    /** No connection could be made. */
    CONNECT_FAILURE,
    /** The host did not answer in time. */
    TIMEOUT,
    /** A TCP connection was made, and that is all that is asked of the host. */
    CONNECTED,
    /** The host answered wrongly in a protocol other than HTTP. */
    PROTOCOL_FAILURE,
    /** The host answered rightly in a protocol other than HTTP. */
    PROTOCOL_SUCCESS
}
