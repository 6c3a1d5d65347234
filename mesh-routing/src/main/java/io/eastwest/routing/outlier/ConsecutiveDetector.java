package io.eastwest.routing.outlier;

/** The detectors that Istio uses. Success rate and failure percentage are never enforced by Istio. */
public enum ConsecutiveDetector {
    /** Responses 502, 503 and 504 in a row. */
    GATEWAY_ERRORS,
    /** Responses 500 to 599 in a row. */
    SERVER_ERRORS,
    /** Failures to connect and timeouts in a row; counted only when they are split from responses. */
    LOCAL_ORIGIN_FAILURES
}
