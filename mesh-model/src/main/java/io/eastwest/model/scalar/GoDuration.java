package io.eastwest.model.scalar;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * Durations as Go writes them and Istio reads them: {@code 1h30m}, {@code 1.5s}, {@code -10ms}, {@code 0}.
 *
 * <p>Mirrors go {@code time.ParseDuration}: an optional sign, then one or more of digits with an optional fraction and a
 * unit {@code ns us µs ms s m h}; below a nanosecond is cut off; the range is that of 64-bit nanoseconds.
 */
public final class GoDuration {
    private static final BigInteger LONGEST = BigInteger.ONE.shiftLeft(63);
    private static final long MICRO = 1_000L;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private GoDuration() {}

    /**
     * Reads a duration.
     *
     * @param text such as {@code 1m30s}
     * @return the duration; empty when the text is none or is out of range
     */
    public static Optional<Duration> parse(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == at + 1 && text.charAt(at) == '0') {
            return Optional.of(Duration.ZERO);
        }
        if (text.length() == at) {
            return Optional.empty();
        }
        BigInteger total = BigInteger.ZERO;
        while (at < text.length()) {
            int dot = skipDigits(text, at);
            int end = dot < text.length() && text.charAt(dot) == '.' ? skipDigits(text, dot + 1) : dot;
            int next = skipUnit(text, end);
            long unit = unit(text.substring(end, next));
            String whole = text.substring(at, dot);
            String fraction = end > dot ? text.substring(dot + 1, end) : "";
            if (unit == 0 || whole.isEmpty() && fraction.isEmpty()) {
                return Optional.empty();
            }
            total = total.add(amount(whole, fraction, unit));
            at = next;
        }
        return inRange(text.startsWith("-") ? total.negate() : total);
    }

    /**
     * Writes a duration with one number and one unit, as short as is exact: the largest of h, m, s that divides it, else
     * decimal seconds from one second on, else decimal ms, us or whole ns.
     *
     * @param duration any duration that Go can hold
     * @return such as {@code 90s}, {@code 1.5s}, {@code 250ms}, {@code 0s}; {@link #parse} gives the same duration
     * @throws IllegalArgumentException if it is longer than 64-bit nanoseconds hold, some 292 years
     */
    public static String format(Duration duration) {
        long nanos;
        try {
            nanos = requireNonNull(duration, "duration").toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a Go duration holds at most 292 years but this is " + duration, e);
        }
        if (nanos == 0) {
            return "0s";
        }
        if (nanos % HOUR == 0) {
            return nanos / HOUR + "h";
        }
        if (nanos % MINUTE == 0) {
            return nanos / MINUTE + "m";
        }
        if (nanos >= SECOND || nanos <= -SECOND) {
            return decimal(nanos, SECOND, 9) + "s";
        }
        if (nanos >= MILLI || nanos <= -MILLI) {
            return decimal(nanos, MILLI, 6) + "ms";
        }
        return nanos >= MICRO || nanos <= -MICRO ? decimal(nanos, MICRO, 3) + "us" : nanos + "ns";
    }

    private static Optional<Duration> inRange(BigInteger nanos) {
        boolean fits = nanos.compareTo(LONGEST) < 0 && nanos.compareTo(LONGEST.negate()) >= 0;
        return fits ? Optional.of(Duration.ofNanos(nanos.longValueExact())) : Optional.empty();
    }

    private static BigInteger amount(String whole, String fraction, long unit) {
        BigInteger value = whole.isEmpty() ? BigInteger.ZERO : new BigInteger(whole);
        BigInteger nanos = value.multiply(BigInteger.valueOf(unit));
        if (fraction.isEmpty()) {
            return nanos;
        }
        BigInteger part = new BigInteger(fraction).multiply(BigInteger.valueOf(unit));
        return nanos.add(part.divide(BigInteger.TEN.pow(fraction.length())));
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipUnit(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> MICRO;
            case "ms" -> MILLI;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            default -> 0;
        };
    }

    private static String decimal(long nanos, long unit, int digits) {
        String sign = nanos < 0 ? "-" : "";
        long rest = Math.abs(nanos % unit);
        String whole = sign + Math.abs(nanos / unit);
        if (rest == 0) {
            return whole;
        }
        String fraction = Long.toString(rest);
        fraction = "0".repeat(digits - fraction.length()) + fraction;
        int end = fraction.length();
        while (fraction.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + fraction.substring(0, end);
    }
}
