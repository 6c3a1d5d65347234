package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharePercentTest {
    @Test
    void sharesAreNeverRoundedToNothingOrAll() {
        assertThat(Share.of(1, 3).toPercent()).isEqualTo("33.33%");
        assertThat(Share.of(1, 1_000_000).toPercent()).isEqualTo("0.01%");
        assertThat(Share.of(999_999, 1_000_000).toPercent()).isEqualTo("99.99%");
        assertThat(Share.of(2, 5).toPercent()).isEqualTo("40%");
        assertThat(Share.ONE.toPercent()).isEqualTo("100%");
        assertThat(Share.ZERO.toPercent()).isEqualTo("0%");
    }
}
