package io.eastwest.routing.balancing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact share of traffic, or a weight: a fraction of 0 or more in lowest terms.
 *
 * <p>Shares add up without rounding. Numbers that fit a {@code long} are calculated as such, larger ones as big integers; no
 * operation overflows.
 */
public final class Share implements Comparable<Share> {
    /** Nothing. */
    public static final Share ZERO = new Share(0, 1, null, null);

    /** Everything. */
    public static final Share ONE = new Share(1, 1, null, null);

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final long top;
    private final long bottom;
    private final @Nullable BigInteger bigTop;
    private final @Nullable BigInteger bigBottom;

    private Share(long top, long bottom, @Nullable BigInteger bigTop, @Nullable BigInteger bigBottom) {
        this.top = top;
        this.bottom = bottom;
        this.bigTop = bigTop;
        this.bigBottom = bigBottom;
    }

    /**
     * {@return the fraction of two numbers, in lowest terms}
     *
     * @param numerator 0 or more
     * @param denominator 1 or more
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Share of(long numerator, long denominator) {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException(
                    "a share must be 0 or more over 1 or more but was " + numerator + "/" + denominator);
        }
        long divisor = gcd(numerator, denominator);
        return new Share(numerator / divisor, denominator / divisor, null, null);
    }

    /**
     * {@return the fraction of two numbers of any size, in lowest terms}
     *
     * @param numerator 0 or more
     * @param denominator 1 or more
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Share of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() < 0 || denominator.signum() < 1) {
            throw new IllegalArgumentException(
                    "a share must be 0 or more over 1 or more but was " + numerator + "/" + denominator);
        }
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger over = numerator.divide(divisor);
        BigInteger under = denominator.divide(divisor);
        if (over.compareTo(LARGEST) <= 0 && under.compareTo(LARGEST) <= 0) {
            return new Share(over.longValueExact(), under.longValueExact(), null, null);
        }
        return new Share(0, 0, over, under);
    }

    /**
     * {@return the fraction that a double stands for, digit for digit}
     *
     * @param value 0 or more, finite
     * @throws IllegalArgumentException if the value is negative or not a number
     */
    public static Share ofDouble(double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a share must be 0 or more and finite but was " + value);
        }
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() > 0
                ? of(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : of(exact.toBigIntegerExact(), BigInteger.ONE);
    }

    /** {@return the part above the line, in lowest terms} */
    public BigInteger numerator() {
        return bigTop == null ? BigInteger.valueOf(top) : bigTop;
    }

    /** {@return the part below the line, in lowest terms} */
    public BigInteger denominator() {
        return bigBottom == null ? BigInteger.valueOf(bottom) : bigBottom;
    }

    /** {@return whether this is nothing} */
    public boolean isZero() {
        return bigTop == null && top == 0;
    }

    /**
     * {@return the sum}
     *
     * @param other what is added
     */
    public Share plus(Share other) {
        if (isSmall() && other.isSmall()) {
            long divisor = gcd(bottom, other.bottom);
            long mine = other.bottom / divisor;
            long theirs = bottom / divisor;
            if (fits(top, mine) && fits(other.top, theirs) && fits(theirs, other.bottom)) {
                long sum = top * mine + other.top * theirs;
                if (sum >= 0) {
                    return of(sum, theirs * other.bottom);
                }
            }
        }
        return of(
                numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    /**
     * {@return the difference}
     *
     * @param other what is taken away, at most this
     * @throws IllegalArgumentException if the other share is larger than this one
     */
    public Share minus(Share other) {
        return of(
                numerator()
                        .multiply(other.denominator())
                        .subtract(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    /**
     * {@return the product}
     *
     * @param other the factor
     */
    public Share times(Share other) {
        if (isSmall() && other.isSmall()) {
            long first = gcd(top, other.bottom);
            long second = gcd(other.top, bottom);
            long left = top / first;
            long right = other.top / second;
            long under = bottom / second;
            long below = other.bottom / first;
            if (fits(left, right) && fits(under, below)) {
                return new Share(left * right, under * below, null, null);
            }
        }
        return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /**
     * {@return the quotient}
     *
     * @param other the divisor, more than nothing
     * @throws IllegalArgumentException if the divisor is nothing
     */
    public Share dividedBy(Share other) {
        if (other.isZero()) {
            throw new IllegalArgumentException("a share cannot be divided by nothing");
        }
        return times(of(/* numerator= */ other.denominator(), /* denominator= */ other.numerator()));
    }

    /**
     * {@return the sum of many shares}
     *
     * @param shares what is added up; nothing gives {@link #ZERO}
     */
    public static Share sum(Iterable<Share> shares) {
        Share total = ZERO;
        for (Share share : shares) {
            total = total.plus(share);
        }
        return total;
    }

    /** {@return the nearest double} */
    public double toDouble() {
        if (isSmall()) {
            return (double) top / bottom;
        }
        return new BigDecimal(numerator())
                .divide(new BigDecimal(denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** {@return the share for people, such as {@code 33.33%}: rounded to hundredths, but never to 0 % or 100 % what is neither} */
    public String toPercent() {
        return PercentText.of(this);
    }

    @Override
    public int compareTo(Share other) {
        if (isSmall() && other.isSmall() && fits(top, other.bottom) && fits(other.top, bottom)) {
            return Long.compare(top * other.bottom, other.top * bottom);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Share share
                && top == share.top
                && bottom == share.bottom
                && Objects.equals(bigTop, share.bigTop)
                && Objects.equals(bigBottom, share.bigBottom);
    }

    @Override
    public int hashCode() {
        return Objects.hash(top, bottom, bigTop, bigBottom);
    }

    /** {@return the fraction as text: {@code 0}, {@code 1} or {@code 1/3}} */
    @Override
    public String toString() {
        BigInteger under = denominator();
        return under.equals(BigInteger.ONE) ? numerator().toString() : numerator() + "/" + under;
    }

    private boolean isSmall() {
        return bigTop == null;
    }

    private static boolean fits(long left, long right) {
        return Math.multiplyHigh(left, right) == 0 && left * right >= 0;
    }

    private static long gcd(long left, long right) {
        long a = left;
        long b = right;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
