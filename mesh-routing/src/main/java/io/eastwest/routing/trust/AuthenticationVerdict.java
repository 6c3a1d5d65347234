package io.eastwest.routing.trust;

/** Whether two clusters can authenticate each other. */
public enum AuthenticationVerdict {
    /** Mutual TLS between them succeeds. */
    SUCCEEDS,
    /** A side refuses the certificate of the other. */
    FAILS,
    /** The snapshot does not show what decides it. */
    UNKNOWN
}
