package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayDurationTest {
    @ParameterizedTest
    @CsvSource({
        "10s, PT10S, 10s",
        "1h30m, PT1H30M, 1h30m",
        "0s, PT0S, 0s",
        "500ms, PT0.5S, 500ms",
        "30m1h, PT1H30M, 1h30m",
        "1s1s1s1s, PT4S, 4s",
        "99999h, PT99999H, 99999h",
        "90m, PT1H30M, 1h30m",
        "99999ms99999ms99999ms99999ms, PT6M39.996S, 6m39s996ms",
        "1h2m3s4ms, PT1H2M3.004S, 1h2m3s4ms"
    })
    void readsAndWritesTheCanonicalForm(String text, Duration expected, String canonical) {
        assertThat(GatewayDuration.parse(text)).contains(expected);
        assertThat(GatewayDuration.format(expected)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5s", "-1s", "1us", "1m1m1m1m1m", "100000s", "1", "0", "s", "1S", "1s "})
    void refusesWhatThePatternRefuses(String text) {
        assertThat(GatewayDuration.parse(text)).isEmpty();
    }

    @Test
    void refusesToWriteWhatCannotBeHeld() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatewayDuration.format(Duration.ofNanos(1)))
                .withMessage(
                        "a Gateway API duration is 0 or more, in whole milliseconds, below 100000h, but this is 1ns");
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayDuration.format(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayDuration.format(Duration.ofHours(100_000)));
    }
}
