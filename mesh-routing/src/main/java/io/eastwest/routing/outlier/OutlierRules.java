package io.eastwest.routing.outlier;

import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The rules that follow from settings as sent and from Envoy's defaults.
 *
 * @param server responses 5xx in a row
 * @param gateway responses 502, 503, 504 in a row
 * @param local failures to connect in a row
 * @param split whether failures to connect count apart from responses
 * @param interval time between checks
 * @param firstEjection time of the first ejection
 * @param maxEjectionPercent most hosts ejected at once
 */
record OutlierRules(
        ConsecutiveRule server,
        ConsecutiveRule gateway,
        ConsecutiveRule local,
        boolean split,
        Duration interval,
        Duration firstEjection,
        int maxEjectionPercent) {
    private static final int ERRORS = 5;
    private static final int WHOLE = 100;
    private static final int MAX_EJECTION_PERCENT = 10;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration FIRST_EJECTION = Duration.ofSeconds(30);
    private static final Duration LONGEST_EJECTION = Duration.ofMinutes(5);

    static OutlierRules of(OutlierSettings settings) {
        return new OutlierRules(
                rule(
                        settings.consecutive5xx(),
                        settings.enforcingConsecutive5xx().orElse(WHOLE)),
                rule(
                        settings.consecutiveGatewayFailure(),
                        settings.enforcingConsecutiveGatewayFailure().orElse(0)),
                rule(
                        settings.consecutiveLocalOriginFailure(),
                        settings.enforcingConsecutiveLocalOriginFailure().orElse(WHOLE)),
                settings.splitExternalLocalOriginErrors(),
                positive("interval", settings.interval().orElse(INTERVAL)),
                positive("baseEjectionTime", settings.baseEjectionTime().orElse(FIRST_EJECTION)),
                percent(settings.maxEjectionPercent().orElse(MAX_EJECTION_PERCENT)));
    }

    ConsecutiveRule of(ConsecutiveDetector detector) {
        return switch (detector) {
            case GATEWAY_ERRORS -> gateway;
            case SERVER_ERRORS -> server;
            case LOCAL_ORIGIN_FAILURES -> local;
        };
    }

    /** {@return the longest ejection: 300 s, or the first one if that is longer} */
    Duration longestEjection() {
        return firstEjection.compareTo(LONGEST_EJECTION) > 0 ? firstEjection : LONGEST_EJECTION;
    }

    /** {@return how many of a number of hosts may be ejected at once: the percentage rounded down} */
    int mostEjected(int hosts) {
        return (int) ((long) hosts * maxEjectionPercent / WHOLE);
    }

    private static ConsecutiveRule rule(OptionalInt threshold, int enforcing) {
        if (enforcing != 0 && enforcing != WHOLE) {
            throw new IllegalArgumentException(
                    "enforcing must be 0 or 100 percent, anything between is chance, but was " + enforcing);
        }
        return new ConsecutiveRule(threshold.orElse(ERRORS), enforcing == WHOLE);
    }

    private static Duration positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + " must be more than 0 but was " + value);
        }
        return value;
    }

    private static int percent(int value) {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("maxEjectionPercent must be within 0 to 100 but was " + value);
        }
        return value;
    }
}
