package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import org.junit.jupiter.api.Test;

class BinomialBoundTest {
    private static final Share HALF = Share.of(1, 2);

    @Test
    void nothingAndAllAreExact() {
        assertThat(BinomialBound.holds(Share.ZERO, 0, 1000)).isTrue();
        assertThat(BinomialBound.holds(Share.ZERO, 1, 1000)).isFalse();
        assertThat(BinomialBound.holds(Share.ONE, 1000, 1000)).isTrue();
        assertThat(BinomialBound.holds(Share.ONE, 999, 1000)).isFalse();
    }

    @Test
    void fourAndAHalfDeviationsAreTheLimit() {
        // One deviation of 1,600 calls at one half is 20.
        assertThat(BinomialBound.holds(HALF, 890, 1600)).isTrue();
        assertThat(BinomialBound.holds(HALF, 891, 1600)).isFalse();
        assertThat(BinomialBound.holds(HALF, 710, 1600)).isTrue();
        assertThat(BinomialBound.holds(HALF, 709, 1600)).isFalse();
    }

    @Test
    void oneRequestSaysOnlyThatItIsPossible() {
        assertThat(BinomialBound.holds(Share.of(1, 1_000_000), 1, 1)).isTrue();
        assertThat(BinomialBound.holds(Share.ZERO, 1, 1)).isFalse();
    }
}
