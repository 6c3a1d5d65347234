package io.eastwest.routing.outlier;

/**
 * An HTTP response of the host.
 *
 * @param code status of the response, 100 to 599; for gRPC the HTTP status that its status maps to
 */
public record ResponseCode(int code) implements HostResult {
    /**
     * Checks the code.
     *
     * @param code status of the response
     * @throws IllegalArgumentException if the code is not within 100 to 599
     */
    public ResponseCode {
        if (code < 100 || code > 599) {
            throw new IllegalArgumentException("status must be within 100 to 599 but was " + code);
        }
    }
}
