package io.eastwest.routing.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.routing.envoy.OutlierSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutlierStateTest {
    private static final OutlierSettings ALL_EJECTABLE =
            OutlierSettings.builder().maxEjectionPercent(100).build();
    private static final Duration NOW = Duration.ofSeconds(1);

    private static OutlierState start(OutlierSettings settings) {
        return OutlierState.of(settings, List.of("a", "b"));
    }

    private static OutlierState responses(OutlierState state, int... codes) {
        OutlierState next = state;
        for (int code : codes) {
            next = next.on(OutlierEvent.response(NOW, "a", code));
        }
        return next;
    }

    private static OutlierState results(OutlierState state, ConnectionResult result, int times) {
        OutlierState next = state;
        for (int i = 0; i < times; i++) {
            next = next.on(new OutlierEvent(NOW, "a", result));
        }
        return next;
    }

    private static OutlierVerdict verdict(OutlierState state) {
        assertThat(state.changes()).hasSize(1);
        return state.changes().get(0).verdict();
    }

    @Nested
    class ServerErrors {
        @Test
        void fiveInARowEject() {
            OutlierState state = responses(start(ALL_EJECTABLE), 500, 501, 599, 503);

            assertThat(state.ejected()).isEmpty();
            assertThat(responses(state, 500).ejected()).containsExactly("a");
            assertThat(responses(state, 500).changes().get(0).detector()).contains(ConsecutiveDetector.SERVER_ERRORS);
        }

        @Test
        void anyOtherResponseStartsAgain() {
            assertThat(responses(start(ALL_EJECTABLE), 500, 500, 500, 500, 404, 500, 500, 500, 500)
                            .ejected())
                    .isEmpty();
        }

        @Test
        void aHostThatIsUnknownIsIgnored() {
            OutlierState state = start(ALL_EJECTABLE);
            for (int i = 0; i < 5; i++) {
                state = state.on(OutlierEvent.response(NOW, "gone", 500));
            }

            assertThat(state.ejected()).isEmpty();
        }

        @Test
        void zeroTurnsThemOff() {
            OutlierSettings off =
                    ALL_EJECTABLE.toBuilder().enforcingConsecutive5xx(0).build();

            assertThat(responses(start(off), 500, 500, 500, 500, 500, 500, 500).ejected())
                    .isEmpty();
        }
    }

    @Nested
    class GatewayErrors {
        private final OutlierSettings three = ALL_EJECTABLE.toBuilder()
                .consecutiveGatewayFailure(3)
                .enforcingConsecutiveGatewayFailure(100)
                .build();

        @Test
        void onlyThreeCodesCount() {
            assertThat(responses(start(three), 502, 503, 504).ejected()).containsExactly("a");
            assertThat(responses(start(three), 502, 503, 500, 504).ejected()).isEmpty();
        }

        @Test
        void withoutANumberTheyFireButDoNotEject() {
            OutlierSettings only = ALL_EJECTABLE.toBuilder().consecutive5xx(10).build();
            OutlierState state = responses(start(only), 502, 502, 502, 502, 502);

            assertThat(verdict(state)).isEqualTo(OutlierVerdict.KEPT_NOT_ENFORCED);
            assertThat(state.ejected()).isEmpty();
        }
    }

    @Nested
    class ConnectionsWithoutSplit {
        @Test
        void failuresCountAsResponses() {
            OutlierState state = results(start(ALL_EJECTABLE), ConnectionResult.CONNECT_FAILURE, 2);
            state = results(state, ConnectionResult.TIMEOUT, 2);

            assertThat(results(state, ConnectionResult.PROTOCOL_FAILURE, 1).ejected())
                    .containsExactly("a");
        }

        @Test
        void aFailureToConnectIsAGatewayErrorAndAProtocolFailureIsNot() {
            OutlierSettings three = ALL_EJECTABLE.toBuilder()
                    .enforcingConsecutive5xx(0)
                    .consecutiveGatewayFailure(3)
                    .enforcingConsecutiveGatewayFailure(100)
                    .build();

            assertThat(results(results(start(three), ConnectionResult.CONNECT_FAILURE, 2), ConnectionResult.TIMEOUT, 1)
                            .ejected())
                    .containsExactly("a");
            assertThat(results(start(three), ConnectionResult.PROTOCOL_FAILURE, 5)
                            .ejected())
                    .isEmpty();
        }

        @Test
        void successStartsAgain() {
            OutlierState state = results(start(ALL_EJECTABLE), ConnectionResult.CONNECT_FAILURE, 4);

            assertThat(results(results(state, ConnectionResult.CONNECTED, 1), ConnectionResult.CONNECT_FAILURE, 4)
                            .ejected())
                    .isEmpty();
            assertThat(results(results(state, ConnectionResult.PROTOCOL_SUCCESS, 1), ConnectionResult.TIMEOUT, 4)
                            .ejected())
                    .isEmpty();
        }
    }

    @Nested
    class ConnectionsWithSplit {
        private final OutlierSettings split = ALL_EJECTABLE.toBuilder()
                .splitExternalLocalOriginErrors(true)
                .consecutiveLocalOriginFailure(3)
                .build();

        @Test
        void failuresAreCountedApart() {
            OutlierState state = responses(results(start(split), ConnectionResult.CONNECT_FAILURE, 2), 500, 500, 500);
            OutlierState ejected = results(state, ConnectionResult.TIMEOUT, 1);

            assertThat(state.ejected()).isEmpty();
            assertThat(ejected.ejected()).containsExactly("a");
            assertThat(ejected.changes().get(0).detector()).contains(ConsecutiveDetector.LOCAL_ORIGIN_FAILURES);
        }

        @Test
        void aConnectionStartsThemAgainAndAResponseDoesNot() {
            OutlierState state = results(start(split), ConnectionResult.CONNECT_FAILURE, 2);

            assertThat(results(results(state, ConnectionResult.CONNECTED, 1), ConnectionResult.TIMEOUT, 2)
                            .ejected())
                    .isEmpty();
            assertThat(results(responses(state, 200), ConnectionResult.TIMEOUT, 1)
                            .ejected())
                    .containsExactly("a");
        }

        @Test
        void aProtocolFailureIsAGatewayError() {
            OutlierSettings settings = split.toBuilder()
                    .enforcingConsecutive5xx(0)
                    .consecutiveGatewayFailure(2)
                    .enforcingConsecutiveGatewayFailure(100)
                    .build();

            assertThat(results(start(settings), ConnectionResult.PROTOCOL_FAILURE, 2)
                            .ejected())
                    .containsExactly("a");
        }

        @Test
        void protocolSuccessStartsBothAgain() {
            OutlierState state = responses(results(start(split), ConnectionResult.TIMEOUT, 2), 500, 500, 500, 500);
            OutlierState after = results(state, ConnectionResult.PROTOCOL_SUCCESS, 1);

            assertThat(responses(results(after, ConnectionResult.TIMEOUT, 2), 500, 500, 500, 500)
                            .ejected())
                    .isEmpty();
        }
    }

    @Nested
    class Limits {
        @Test
        void tooManyEjectedHostsKeepTheNextAndItsCounterStartsAgain() {
            OutlierSettings half =
                    ALL_EJECTABLE.toBuilder().maxEjectionPercent(50).build();
            OutlierState state = responses(start(half), 500, 500, 500, 500, 500);
            for (int i = 0; i < 5; i++) {
                state = state.on(OutlierEvent.response(NOW, "b", 500));
            }

            assertThat(verdict(state)).isEqualTo(OutlierVerdict.KEPT_BY_LIMIT);
            assertThat(state.ejected()).containsExactly("a");
            for (int i = 0; i < 4; i++) {
                state = state.on(OutlierEvent.response(NOW, "b", 500));
                assertThat(state.changes()).isEmpty();
            }
            assertThat(verdict(state.on(OutlierEvent.response(NOW, "b", 500)))).isEqualTo(OutlierVerdict.KEPT_BY_LIMIT);
        }

        @Test
        void anEjectedHostCountsOnWithoutFiring() {
            OutlierState state = responses(start(ALL_EJECTABLE), 500, 500, 500, 500, 500);
            OutlierState more = responses(state, 500, 500, 500, 500, 500, 500);

            assertThat(more.changes()).isEmpty();
            assertThat(more.ejectedUntil("a")).isEqualTo(state.ejectedUntil("a"));
        }
    }

    @Nested
    class Hosts {
        @Test
        void thoseThatStayAreRememberedAndThoseThatGoAreForgotten() {
            OutlierState state = responses(start(ALL_EJECTABLE), 500, 500, 500, 500, 500);

            assertThat(state.withHosts(List.of("a", "c")).ejected()).containsExactly("a");
            assertThat(state.withHosts(List.of("b"))
                            .withHosts(List.of("a", "b"))
                            .ejected())
                    .isEmpty();
        }

        @Test
        void theirNumberMovesTheLimit() {
            OutlierSettings defaults = OutlierSettings.builder().build();
            OutlierState nine = OutlierState.of(defaults, List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"));

            assertThat(responses(nine, 500, 500, 500, 500, 500).ejected()).isEmpty();
            assertThat(responses(
                                    nine.withHosts(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")),
                                    500,
                                    500,
                                    500,
                                    500,
                                    500)
                            .ejected())
                    .containsExactly("a");
        }
    }

    @Test
    void timeDoesNotGoBack() {
        OutlierState state = start(ALL_EJECTABLE).advance(Duration.ofSeconds(5));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.advance(NOW))
                .withMessage("time must not go back from PT5S to PT1S");
    }
}
