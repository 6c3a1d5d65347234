package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DurationProperties {
    @Property
    void goDurationsSurviveFormatAndParse(@ForAll long nanos) {
        Duration duration = Duration.ofNanos(nanos);

        assertThat(GoDuration.parse(GoDuration.format(duration))).contains(duration);
    }

    @Property
    void gatewayDurationsSurviveFormatAndParse(@ForAll @LongRange(min = 0, max = 359_999_999_999L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(GatewayDuration.parse(GatewayDuration.format(duration))).contains(duration);
    }

    @Property
    void everyGatewayDurationMeansTheSameToGo(@ForAll @LongRange(min = 0, max = 359_999_999_999L) long millis) {
        String text = GatewayDuration.format(Duration.ofMillis(millis));

        assertThat(GoDuration.parse(text)).isEqualTo(GatewayDuration.parse(text));
    }

    @Property
    void anyTextIsReadOrRefusedWithoutAnException(@ForAll String text) {
        assertThat(GoDuration.parse(text)).isNotNull();
        assertThat(GatewayDuration.parse(text)).isNotNull();
    }
}
