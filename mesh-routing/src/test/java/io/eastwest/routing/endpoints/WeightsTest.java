package io.eastwest.routing.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
    private static final long LARGEST = 4_294_967_295L;

    @ParameterizedTest
    @CsvSource({
        "0, 6, 6",
        "1, 6, 6",
        "3, 2, 6",
        "2147483647, 2, 4294967295",
        "2147483646, 2, 4294967292",
        "4294967295, 1, 4294967295",
        "4294967294, 1, 4294967294"
    })
    void whatIsScaledStopsAtTheLargestNumber(long weight, long factor, long scaled) {
        assertThat(Weights.scaled(weight, factor)).isEqualTo(scaled);
    }

    @Test
    void aSumStopsThereToo() {
        assertThat(Weights.sum(2, 3)).isEqualTo(5);
        assertThat(Weights.sum(LARGEST - 1, 1)).isEqualTo(LARGEST);
        assertThat(Weights.sum(LARGEST, 1)).isEqualTo(LARGEST);
    }

    @Test
    void aSumThatWrapsGoesRound() {
        assertThat(Weights.wrappedSum(2, 3)).isEqualTo(5);
        assertThat(Weights.wrappedSum(LARGEST, 1)).isZero();
        assertThat(Weights.wrappedSum(LARGEST, 3)).isEqualTo(2);
    }
}
