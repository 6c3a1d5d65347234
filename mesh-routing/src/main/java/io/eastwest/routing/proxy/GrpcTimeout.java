package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code grpc-timeout} that a backend is told: the caller's, limited by the route and by the timeout of one try.
 *
 * <p>Mirrors envoy source/common/router/router.cc:FilterUtility::setTimeoutHeaders and source/common/grpc/common.cc:toGrpcTimeout.
 */
final class GrpcTimeout {
    private static final String HEADER = "grpc-timeout";
    private static final int MAX_DIGITS = 8;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long SECONDS_PER_MINUTE = 60;

    private GrpcTimeout() {}

    /** Rewrites the header of a gRPC request for a route that honours it. */
    static void apply(RequestState request, ForwardAction action) {
        if (!action.grpcTimeoutLimited() || !request.isGrpc()) {
            return;
        }
        long caller =
                request.headers().first(HEADER).flatMap(GrpcTimeout::millis).orElse(0L);
        long total = least(caller, action.timeout().toMillis());
        long perTry = action.retries()
                .flatMap(RetryPolicy::perTryTimeout)
                .map(Duration::toMillis)
                .orElse(0L);
        long told = perTry == 0 ? total : least(perTry, total);
        if (told > 0) {
            request.headers().set(HEADER, text(told));
        }
    }

    private static long least(long one, long other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private static Optional<Long> millis(String text) {
        int digits = text.length() - 1;
        boolean number =
                digits > 0 && digits <= MAX_DIGITS && text.chars().limit(digits).allMatch(Character::isDigit);
        if (!number) {
            return Optional.empty();
        }
        long value = Long.parseLong(text.substring(0, digits));
        return switch (text.charAt(digits)) {
            case 'H' -> Optional.of(value * SECONDS_PER_MINUTE * SECONDS_PER_MINUTE * MILLIS_PER_SECOND);
            case 'M' -> Optional.of(value * SECONDS_PER_MINUTE * MILLIS_PER_SECOND);
            case 'S' -> Optional.of(value * MILLIS_PER_SECOND);
            case 'm' -> Optional.of(value);
            case 'u' -> Optional.of((value + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND);
            case 'n' -> Optional.of((value + 999_999) / 1_000_000);
            default -> Optional.empty();
        };
    }

    private static String text(long millis) {
        String units = "mSMH";
        long[] steps = {1, MILLIS_PER_SECOND, SECONDS_PER_MINUTE, SECONDS_PER_MINUTE};
        long value = millis;
        int unit = 0;
        while (Long.toString(value).length() > MAX_DIGITS && unit + 1 < steps.length) {
            unit++;
            value /= steps[unit];
        }
        return value + units.substring(unit, unit + 1);
    }
}
