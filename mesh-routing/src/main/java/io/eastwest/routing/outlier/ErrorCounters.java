package io.eastwest.routing.outlier;

/**
 * Errors in a row at one host.
 *
 * @param gateway responses 502, 503, 504
 * @param server responses 5xx
 * @param local failures to connect
 */
record ErrorCounters(long gateway, long server, long local) {
    static final ErrorCounters NONE = new ErrorCounters(0, 0, 0);

    private static final int FIRST_ERROR = 500;
    private static final int FIRST_GATEWAY_ERROR = 502;
    private static final int LAST_GATEWAY_ERROR = 504;

    /** {@return the counters after a result} */
    ErrorCounters after(Signal signal) {
        ErrorCounters counted =
                signal.code().isPresent() ? afterCode(signal.code().getAsInt()) : this;
        return signal.connected()
                .map(connected -> new ErrorCounters(counted.gateway, counted.server, connected ? 0 : counted.local + 1))
                .orElse(counted);
    }

    long of(ConsecutiveDetector detector) {
        return switch (detector) {
            case GATEWAY_ERRORS -> gateway;
            case SERVER_ERRORS -> server;
            case LOCAL_ORIGIN_FAILURES -> local;
        };
    }

    /** {@return the counters with one started again} */
    ErrorCounters without(ConsecutiveDetector detector) {
        return switch (detector) {
            case GATEWAY_ERRORS -> new ErrorCounters(0, server, local);
            case SERVER_ERRORS -> new ErrorCounters(gateway, 0, local);
            case LOCAL_ORIGIN_FAILURES -> new ErrorCounters(gateway, server, 0);
        };
    }

    private ErrorCounters afterCode(int code) {
        if (code < FIRST_ERROR) {
            return new ErrorCounters(0, 0, local);
        }
        boolean isGateway = code >= FIRST_GATEWAY_ERROR && code <= LAST_GATEWAY_ERROR;
        return new ErrorCounters(isGateway ? gateway + 1 : 0, server + 1, local);
    }
}
