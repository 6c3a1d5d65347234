package io.eastwest.routing.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierSettingsTest {
    private static final OutlierSettings EMPTY = OutlierSettings.builder().build();

    @Nested
    class WhenNothingIsSet {
        @Test
        void onlyServerErrorsEject() {
            assertThat(EMPTY.rule(ConsecutiveDetector.SERVER_ERRORS)).isEqualTo(new ConsecutiveRule(5, true));
            assertThat(EMPTY.rule(ConsecutiveDetector.GATEWAY_ERRORS)).isEqualTo(new ConsecutiveRule(5, false));
            assertThat(EMPTY.rule(ConsecutiveDetector.LOCAL_ORIGIN_FAILURES)).isEqualTo(new ConsecutiveRule(5, false));
        }

        @Test
        void envoyUsesItsTimes() {
            assertThat(EMPTY.checkEvery()).isEqualTo(Duration.ofSeconds(10));
            assertThat(EMPTY.firstEjection()).isEqualTo(Duration.ofSeconds(30));
            assertThat(EMPTY.longestEjection()).isEqualTo(Duration.ofSeconds(300));
        }
    }

    @Nested
    class Rules {
        @Test
        void aNumberEnforcesAndZeroTurnsOff() {
            OutlierSettings settings = OutlierSettings.builder()
                    .consecutive5xxErrors(0)
                    .consecutiveGatewayErrors(3)
                    .build();

            assertThat(settings.rule(ConsecutiveDetector.SERVER_ERRORS).enforced())
                    .isFalse();
            assertThat(settings.rule(ConsecutiveDetector.GATEWAY_ERRORS)).isEqualTo(new ConsecutiveRule(3, true));
        }

        @Test
        void localFailuresNeedTheSplit() {
            OutlierSettings split =
                    EMPTY.toBuilder().splitExternalLocalOriginErrors(true).build();

            assertThat(split.rule(ConsecutiveDetector.LOCAL_ORIGIN_FAILURES)).isEqualTo(new ConsecutiveRule(5, true));
            assertThat(split.toBuilder()
                            .consecutiveLocalOriginFailures(2)
                            .build()
                            .rule(ConsecutiveDetector.LOCAL_ORIGIN_FAILURES))
                    .isEqualTo(new ConsecutiveRule(2, true));
        }
    }

    @Test
    void aLongFirstEjectionIsTheLongest() {
        OutlierSettings settings = OutlierSettings.builder()
                .baseEjectionTime(Duration.ofMinutes(10))
                .build();

        assertThat(settings.longestEjection()).isEqualTo(Duration.ofMinutes(10));
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
        assertThat(EMPTY.mostEjected(hosts)).isEqualTo(at10);
        assertThat(most(0, hosts)).isEqualTo(at10);
        assertThat(most(20, hosts)).isEqualTo(at20);
        assertThat(most(30, hosts)).isEqualTo(at30);
        assertThat(most(50, hosts)).isEqualTo(at50);
        assertThat(most(100, hosts)).isEqualTo(at100);
    }

    @Test
    void valuesOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OutlierSettings.builder().consecutive5xxErrors(-1).build())
                .withMessage("consecutive5xxErrors must be 0 or more but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OutlierSettings.builder().interval(Duration.ZERO).build())
                .withMessage("interval must be more than 0 but was PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OutlierSettings.builder().maxEjectionPercent(101).build())
                .withMessage("maxEjectionPercent must be within 0 to 100 but was 101");
    }

    private static int most(int percent, int hosts) {
        return EMPTY.toBuilder().maxEjectionPercent(percent).build().mostEjected(hosts);
    }
}
