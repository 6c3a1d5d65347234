package io.eastwest.routing.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierRulesTest {
    private static final OutlierSettings EMPTY = OutlierSettings.builder().build();

    @Nested
    class WhenNothingIsSent {
        private final OutlierRules rules = OutlierRules.of(EMPTY);

        @Test
        void fiveErrorsCountAndGatewayErrorsDoNotEject() {
            assertThat(rules.of(ConsecutiveDetector.SERVER_ERRORS)).isEqualTo(new ConsecutiveRule(5, true));
            assertThat(rules.of(ConsecutiveDetector.GATEWAY_ERRORS)).isEqualTo(new ConsecutiveRule(5, false));
            assertThat(rules.of(ConsecutiveDetector.LOCAL_ORIGIN_FAILURES)).isEqualTo(new ConsecutiveRule(5, true));
            assertThat(rules.split()).isFalse();
        }

        @Test
        void timesAreThoseOfEnvoy() {
            assertThat(rules.interval()).isEqualTo(Duration.ofSeconds(10));
            assertThat(rules.firstEjection()).isEqualTo(Duration.ofSeconds(30));
            assertThat(rules.longestEjection()).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void whatIsSentCounts() {
        OutlierRules rules = OutlierRules.of(OutlierSettings.builder()
                .consecutive5xx(7)
                .enforcingConsecutive5xx(0)
                .consecutiveGatewayFailure(3)
                .enforcingConsecutiveGatewayFailure(100)
                .interval(Duration.ofSeconds(1))
                .build());

        assertThat(rules.of(ConsecutiveDetector.SERVER_ERRORS)).isEqualTo(new ConsecutiveRule(7, false));
        assertThat(rules.of(ConsecutiveDetector.GATEWAY_ERRORS)).isEqualTo(new ConsecutiveRule(3, true));
        assertThat(rules.interval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLongFirstEjectionIsTheLongest() {
        OutlierSettings settings = OutlierSettings.builder()
                .baseEjectionTime(Duration.ofMinutes(10))
                .build();

        assertThat(OutlierRules.of(settings).longestEjection()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 0, 1",
        "2, 0, 0, 0, 1, 2",
        "3, 0, 0, 0, 1, 3",
        "5, 0, 1, 1, 2, 5",
        "9, 0, 1, 2, 4, 9",
        "10, 1, 2, 3, 5, 10",
        "20, 2, 4, 6, 10, 20"
    })
    void thePercentageOfHostsIsRoundedDown(int hosts, int at10, int at20, int at30, int at50, int at100) {
        assertThat(OutlierRules.of(EMPTY).mostEjected(hosts)).isEqualTo(at10);
        assertThat(most(10, hosts)).isEqualTo(at10);
        assertThat(most(20, hosts)).isEqualTo(at20);
        assertThat(most(30, hosts)).isEqualTo(at30);
        assertThat(most(50, hosts)).isEqualTo(at50);
        assertThat(most(100, hosts)).isEqualTo(at100);
    }

    @Test
    void theEndsOfTheRangesAreAccepted() {
        assertThat(most(0, 10)).isZero();
        assertThat(most(100, 10)).isEqualTo(10);
        assertThat(new ResponseCode(100).code()).isEqualTo(100);
        assertThat(new ResponseCode(599).code()).isEqualTo(599);
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseCode(99));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseCode(600));
    }

    @Test
    void valuesOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutlierRules.of(
                        OutlierSettings.builder().interval(Duration.ZERO).build()))
                .withMessage("interval must be more than 0 but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most(101, 1))
                .withMessage("maxEjectionPercent must be within 0 to 100 but was 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutlierRules.of(
                        OutlierSettings.builder().enforcingConsecutive5xx(50).build()))
                .withMessage("enforcing must be 0 or 100 percent, anything between is chance, but was 50");
    }

    private static int most(int percent, int hosts) {
        return OutlierRules.of(
                        OutlierSettings.builder().maxEjectionPercent(percent).build())
                .mostEjected(hosts);
    }
}
