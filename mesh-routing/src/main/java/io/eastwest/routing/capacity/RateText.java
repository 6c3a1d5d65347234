package io.eastwest.routing.capacity;

import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rates for people, rounded to hundredths, but never to 0 what is more. */
final class RateText {
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private RateText() {}

    static String of(Share rate) {
        BigDecimal rounded =
                new BigDecimal(rate.numerator()).divide(new BigDecimal(rate.denominator()), 2, RoundingMode.HALF_UP);
        if (!rate.isZero() && rounded.signum() == 0) {
            rounded = LEAST;
        }
        BigDecimal plain = rounded.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
