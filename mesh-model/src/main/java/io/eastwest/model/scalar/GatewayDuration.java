package io.eastwest.model.scalar;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations of the Gateway API (GEP-2257): one to four of up to five digits and a unit {@code h m s ms}, such as
 * {@code 1h30m} or {@code 500ms}. No sign, no fraction, nothing below a millisecond.
 */
public final class GatewayDuration {
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Pattern PART = Pattern.compile("([0-9]{1,5})(h|ms|m|s)");
    private static final int LARGEST = 99_999;

    private GatewayDuration() {}

    /**
     * Reads a duration.
     *
     * @param text such as {@code 1h30m}
     * @return the duration; empty when the text is none
     */
    public static Optional<Duration> parse(String text) {
        if (text.length() > 28 || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration total = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long amount = Long.parseLong(part.group(1));
            total = total.plus(
                    switch (part.group(2)) {
                        case "h" -> Duration.ofHours(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        default -> Duration.ofMillis(amount);
                    });
        }
        return Optional.of(total);
    }

    /**
     * Writes a duration in the form that the Gateway API calls canonical: hours, minutes, seconds, milliseconds, each
     * only if it is not zero.
     *
     * @param duration 0 or more, whole milliseconds, less than 100000 hours
     * @return such as {@code 1h30m}, {@code 500ms}, {@code 0s}; {@link #parse} gives the same duration
     * @throws IllegalArgumentException if the Gateway API cannot hold it
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0 || duration.toHours() > LARGEST) {
            throw new IllegalArgumentException(
                    "a Gateway API duration is 0 or more, in whole milliseconds, below 100000h, but this is "
                            + GoDuration.format(duration));
        }
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
