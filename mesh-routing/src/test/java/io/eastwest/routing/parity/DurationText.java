package io.eastwest.routing.parity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the recordings write them. */
final class DurationText {
    private static final Pattern PART = Pattern.compile("([0-9.]+)(h|ms|m|s|µs)");

    private DurationText() {}

    /** {@return text in the style of Go: 0s, 900ms, 1.5s, 1m30s} */
    static String go(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toNanos() >= 1_000_000
                    ? plain(duration.toNanos(), 6) + "ms"
                    : plain(duration.toNanos(), 3) + "µs";
        }
        StringBuilder text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append('h');
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append('m');
        }
        long rest = duration.minusMinutes(duration.toMinutes()).toNanos();
        return text.append(plain(rest, 9)).append('s').toString();
    }

    /** {@return text in the style of protobuf JSON: seconds with 0, 3, 6 or 9 digits behind the point} */
    static String proto(Duration duration) {
        int nanos = duration.toNanosPart();
        if (nanos == 0) {
            return duration.toSeconds() + "s";
        }
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        return BigDecimal.valueOf(duration.toNanos(), 9).setScale(digits).toPlainString() + "s";
    }

    /** {@return the duration that a text of either style says} */
    static Duration parse(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long unit = switch (part.group(2)) {
                case "h" -> 3_600_000_000_000L;
                case "m" -> 60_000_000_000L;
                case "s" -> 1_000_000_000L;
                case "ms" -> 1_000_000L;
                default -> 1_000L;
            };
            sum = sum.plusNanos(new BigDecimal(part.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValueExact());
        }
        return sum;
    }

    private static String plain(long units, int scale) {
        BigDecimal value = BigDecimal.valueOf(units, scale).stripTrailingZeros();
        return value.toPlainString();
    }
}
