package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowStartTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.10",
        "1, 6, 0.10",
        "1, 30, 0.50",
        "1, 45, 0.75",
        "1, 60, 1",
        "2, 0, 0.10",
        "2, 6, 0.316",
        "2, 30, 0.707",
        "2, 45, 0.866",
        "2, 60, 1"
    })
    void theFactorGrowsWithAge(double aggression, long seconds, double factor) {
        SlowStart slowStart = new SlowStart(MINUTE, aggression, 10);

        assertThat(slowStart.factor(Duration.ofSeconds(seconds)).toDouble()).isCloseTo(factor, within(0.0005));
    }

    @Test
    void aLinearFactorIsExact() {
        assertThat(SlowStart.of(MINUTE).factor(Duration.ofSeconds(20))).hasToString("1/3");
        assertThat(SlowStart.of(MINUTE).factor(Duration.ZERO)).hasToString("1/10");
    }

    @Test
    void aHostIsAtLeastOneMillisecondOld() {
        assertThat(new SlowStart(MINUTE, 1, 0).factor(Duration.ZERO)).hasToString("1/60000");
    }

    @Test
    void theEndOfTheWindowIsStillWarming() {
        assertThat(SlowStart.of(MINUTE).isWarming(MINUTE)).isTrue();
        assertThat(SlowStart.of(MINUTE).isWarming(MINUTE.plusMillis(1))).isFalse();
    }

    @Test
    void theEndsOfTheRangesAreAccepted() {
        assertThat(new SlowStart(Duration.ofMillis(1), 1, 10).factor(Duration.ZERO))
                .isEqualTo(Share.ONE);
        assertThat(new SlowStart(MINUTE, 1, 100).factor(Duration.ofSeconds(3))).isEqualTo(Share.ONE);
        assertThat(new SlowStart(MINUTE, 2, 0).factor(Duration.ofSeconds(15))).hasToString("1/2");
    }

    @Test
    void valuesOutOfRangeAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SlowStart(Duration.ZERO, 1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new SlowStart(MINUTE, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new SlowStart(MINUTE, 1, 101));
    }
}
