package io.eastwest.routing.outlier;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What Envoy uses where a DestinationRule says nothing, and what Istio sends besides.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/networking/core/cluster_traffic_policy.go:applyOutlierDetection.
 */
final class OutlierDefaults {
    static final Duration INTERVAL = Duration.ofSeconds(10);
    static final Duration BASE_EJECTION = Duration.ofSeconds(30);
    static final Duration LONGEST_EJECTION = Duration.ofSeconds(300);

    private static final long ERRORS = 5;
    private static final int EJECTION_PERCENT = 10;
    private static final int WHOLE = 100;

    private OutlierDefaults() {}

    static ConsecutiveRule rule(OutlierSettings settings, ConsecutiveDetector detector) {
        return switch (detector) {
            case GATEWAY_ERRORS -> set(settings.consecutiveGatewayErrors(), false);
            case SERVER_ERRORS -> set(settings.consecutive5xxErrors(), true);
            case LOCAL_ORIGIN_FAILURES -> localOrigin(settings);
        };
    }

    static int mostEjected(OutlierSettings settings, int hosts) {
        int percent = settings.maxEjectionPercent().orElse(0);
        int effective = percent == 0 ? EJECTION_PERCENT : percent;
        return (int) ((long) hosts * effective / WHOLE);
    }

    static void check(OutlierSettings settings) {
        notNegative("consecutive5xxErrors", settings.consecutive5xxErrors());
        notNegative("consecutiveGatewayErrors", settings.consecutiveGatewayErrors());
        notNegative("consecutiveLocalOriginFailures", settings.consecutiveLocalOriginFailures());
        positive("interval", settings.checkEvery());
        positive("baseEjectionTime", settings.firstEjection());
        percent("maxEjectionPercent", settings.maxEjectionPercent().orElse(0));
        percent("minHealthPercent", settings.minHealthPercent().orElse(0));
    }

    private static ConsecutiveRule set(OptionalLong errors, boolean enforcedWhenUnset) {
        return errors.isPresent()
                ? new ConsecutiveRule(errors.getAsLong(), errors.getAsLong() > 0)
                : new ConsecutiveRule(ERRORS, enforcedWhenUnset);
    }

    private static ConsecutiveRule localOrigin(OutlierSettings settings) {
        long failures = settings.consecutiveLocalOriginFailures().orElse(0);
        return new ConsecutiveRule(failures > 0 ? failures : ERRORS, settings.splitExternalLocalOriginErrors());
    }

    private static void notNegative(String field, OptionalLong value) {
        if (value.orElse(0) < 0) {
            throw new IllegalArgumentException(field + " must be 0 or more but was " + value.getAsLong());
        }
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + " must be more than 0 but was " + value);
        }
    }

    private static void percent(String field, int value) {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException(field + " must be within 0 to 100 but was " + value);
        }
    }
}
