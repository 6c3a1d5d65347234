package io.eastwest.routing.outlier;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A result as the counters see it.
 *
 * @param code status that counts as a response; empty if none does
 * @param connected whether the connection counts as made (true) or failed (false); empty if it does not count
 */
record Signal(OptionalInt code, Optional<Boolean> connected) {
    private static final int OK = 200;
    private static final int FAILURE = 500;
    private static final int UNAVAILABLE = 503;
    private static final int LATE = 504;

    /**
     * {@return what a result counts as}
     *
     * <p>Mirrors envoy source/common/upstream/outlier_detection_impl.cc:putResultNoLocalExternalSplit,
     * putResultWithLocalExternalSplit.
     */
    static Signal of(HostResult result, boolean split) {
        if (result instanceof ResponseCode response) {
            return code(response.code());
        }
        return split ? apart((ConnectionResult) result) : together((ConnectionResult) result);
    }

    private static Signal together(ConnectionResult result) {
        return switch (result) {
            case CONNECT_FAILURE -> code(UNAVAILABLE);
            case TIMEOUT -> code(LATE);
            case CONNECTED, PROTOCOL_SUCCESS -> code(OK);
            case PROTOCOL_FAILURE -> code(FAILURE);
        };
    }

    private static Signal apart(ConnectionResult result) {
        return switch (result) {
            case CONNECT_FAILURE, TIMEOUT -> new Signal(OptionalInt.empty(), Optional.of(false));
            case CONNECTED -> new Signal(OptionalInt.empty(), Optional.of(true));
            case PROTOCOL_FAILURE -> code(UNAVAILABLE);
            case PROTOCOL_SUCCESS -> new Signal(OptionalInt.of(OK), Optional.of(true));
        };
    }

    private static Signal code(int code) {
        return new Signal(OptionalInt.of(code), Optional.empty());
    }
}
