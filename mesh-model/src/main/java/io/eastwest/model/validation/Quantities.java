package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.scalar.GoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * Ports, durations, shares and counts. Mirrors istio 1.30.3 {@code pkg/config/validation/agent/validation.go:ValidatePort,
 * ValidateDuration} and {@code pkg/config/validation/validation.go:ValidatePercent, validatePercentage}.
 */
final class Quantities {
    private static final double SMALLEST_SHARE = 0.0001;

    private Quantities() {}

    static boolean isPort(long number) {
        return number >= 1 && number <= 65_535;
    }

    static void checkPort(long number, DocumentPath path, ManifestIssues issues) {
        if (!isPort(number)) {
            String message = "must be a port from 1 to 65535 but was " + number;
            issues.error(IssueCode.PORT_INVALID, path, message, "use a port in range");
        }
    }

    /** A port that may be left out, which 0 does too. */
    static void checkOptionalPort(OptionalInt number, DocumentPath path, ManifestIssues issues) {
        if (number.orElse(0) != 0) {
            checkPort(number.getAsInt(), path, issues);
        }
    }

    /** One millisecond or more, in whole milliseconds. */
    static void checkDuration(Duration duration, DocumentPath path, ManifestIssues issues) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0
                || !duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
            String message = "must be whole milliseconds, 1ms or more, but was " + GoDuration.format(duration);
            issues.error(IssueCode.DURATION_TOO_FINE, path, message, "use a duration such as 10s or 500ms");
        }
    }

    static void checkPercent(OptionalInt percent, DocumentPath path, ManifestIssues issues) {
        int value = percent.orElse(0);
        if (value < 0 || value > 100) {
            String message = "must be a percentage from 0 to 100 but was " + value;
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "use a number in range");
        }
    }

    /** A percentage that is 0 or not too small to count. */
    static void checkShare(double percent, DocumentPath path, ManifestIssues issues) {
        if (!(percent == 0 || percent >= SMALLEST_SHARE && percent <= 100)) {
            String message = "must be a percentage, 0 or from 0.0001 to 100, but was " + text(percent);
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "use a number in range");
        }
    }

    static void checkNotNegative(OptionalInt number, DocumentPath path, ManifestIssues issues) {
        if (number.orElse(0) < 0) {
            String message = "must be 0 or more but was " + number.getAsInt();
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, path, message, "remove the sign or the field");
        }
    }

    static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
