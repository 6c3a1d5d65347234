package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final Share TINY = Share.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(200));

    @Test
    void isReducedToLowestTerms() {
        assertThat(Share.of(6, 8)).hasToString("3/4").isEqualTo(Share.of(3, 4)).hasSameHashCodeAs(Share.of(3, 4));
        assertThat(Share.of(0, 7)).isEqualTo(Share.ZERO).hasToString("0");
        assertThat(Share.of(7, 7)).isEqualTo(Share.ONE).hasToString("1");
    }

    @Test
    void thirdsAddUpToOne() {
        assertThat(Share.sum(List.of(Share.of(1, 3), Share.of(1, 3), Share.of(1, 3))))
                .isEqualTo(Share.ONE);
    }

    @Test
    void numbersBeyondLongStayExact() {
        Share rest = Share.ONE.minus(TINY);

        assertThat(rest).isLessThan(Share.ONE).isNotEqualTo(Share.ONE);
        assertThat(rest.plus(TINY)).isEqualTo(Share.ONE).hasToString("1");
        assertThat(rest.toDouble()).isEqualTo(1.0);
        assertThat(TINY.dividedBy(TINY)).isEqualTo(Share.ONE);
    }

    @Test
    void overflowingProductsAndSumsStayExact() {
        long prime = 2_147_483_647L;
        Share small = Share.of(1, prime).times(Share.of(1, prime)).times(Share.of(1, prime));

        assertThat(small.denominator()).isEqualTo(BigInteger.valueOf(prime).pow(3));
        assertThat(Share.of(Long.MAX_VALUE, 1).plus(Share.ONE).numerator())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE));
    }

    @Test
    void sharesWhoseCommonDenominatorOverflowsStayExact() {
        long large = 3_037_000_507L;
        long larger = 3_037_000_511L;
        BigInteger product = BigInteger.valueOf(large).multiply(BigInteger.valueOf(larger));

        Share sum = Share.of(1, large).plus(Share.of(1, larger));

        assertThat(sum).isEqualTo(Share.of(BigInteger.valueOf(large + larger), product));
        assertThat(Share.of(large - 1, large)).isLessThan(Share.of(larger - 1, larger));
        assertThat(Share.of(larger - 1, larger)).isGreaterThan(Share.of(large - 1, large));
    }

    @Test
    void sharesWhoseCrossProductsOverflowAreComparedExactly() {
        long half = 1L << 62;

        assertThat(Share.of(half, 3)).isGreaterThan(Share.of(5, 7));
        assertThat(Share.of(5, 7)).isLessThan(Share.of(half, 3));
        assertThat(Share.of(half, 3).plus(Share.of(5, 7)))
                .isEqualTo(Share.of(
                        BigInteger.valueOf(half).multiply(BigInteger.valueOf(7)).add(BigInteger.valueOf(15)),
                        BigInteger.valueOf(21)));
        assertThat(Share.of(5, 7).plus(Share.of(half, 3)))
                .isEqualTo(Share.of(half, 3).plus(Share.of(5, 7)));
    }

    @Test
    void aLargeShareIsComparedWithASmallOne() {
        assertThat(TINY).isLessThan(Share.of(1, 3)).isGreaterThan(Share.ZERO).isEqualByComparingTo(TINY);
        assertThat(Share.of(1, 3)).isGreaterThan(TINY);
        assertThat(Share.ZERO).isLessThan(TINY);
    }

    @Test
    void doublesAreTakenDigitForDigit() {
        assertThat(Share.ofDouble(0.75)).hasToString("3/4");
        assertThat(Share.ofDouble(20)).hasToString("20");
        assertThat(Share.ofDouble(0.1)).isNotEqualTo(Share.of(1, 10));
        assertThat(Share.ofDouble(0.1).toDouble()).isEqualTo(0.1);
    }

    @Test
    void negativeAndUndefinedSharesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.ZERO.minus(Share.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.ONE.dividedBy(Share.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.ofDouble(Double.NaN));
    }
}
