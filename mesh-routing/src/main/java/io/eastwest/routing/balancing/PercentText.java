package io.eastwest.routing.balancing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as percentages for people: hundredths, but never 0 % or 100 % for what is neither. */
final class PercentText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private PercentText() {}

    static String of(Share share) {
        BigDecimal exact = new BigDecimal(share.numerator())
                .multiply(HUNDRED)
                .divide(new BigDecimal(share.denominator()), 2, RoundingMode.HALF_UP);
        if (!share.isZero() && exact.signum() == 0) {
            exact = LEAST;
        } else if (share.compareTo(Share.ONE) < 0 && exact.compareTo(HUNDRED) >= 0) {
            exact = HUNDRED.subtract(LEAST);
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + "%";
    }
}
