package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationTextTest {
    @Test
    void goWritesTheLargestUnits() {
        assertThat(DurationText.go(Duration.ZERO)).isEqualTo("0s");
        assertThat(DurationText.go(Duration.ofMillis(900))).isEqualTo("900ms");
        assertThat(DurationText.go(Duration.ofMillis(1500))).isEqualTo("1.5s");
        assertThat(DurationText.go(Duration.ofSeconds(10))).isEqualTo("10s");
        assertThat(DurationText.go(Duration.ofSeconds(90))).isEqualTo("1m30s");
        assertThat(DurationText.go(Duration.ofMinutes(5))).isEqualTo("5m0s");
        assertThat(DurationText.go(Duration.ofHours(1))).isEqualTo("1h0m0s");
    }

    @Test
    void protobufWritesSecondsWithGroupsOfThreeDigits() {
        assertThat(DurationText.proto(Duration.ofHours(1))).isEqualTo("3600s");
        assertThat(DurationText.proto(Duration.ofMillis(20))).isEqualTo("0.020s");
        assertThat(DurationText.proto(Duration.ofNanos(1_000))).isEqualTo("0.000001s");
    }
}
