package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.outlier.OutlierEvent;
import io.eastwest.routing.outlier.OutlierState;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The timelines of load-balancing.md 7, whose ejections are handed to the router. */
class EjectionsTest {
    private static final String HOST = "10.1.0.1:8080";
    private static final Call CALL = Call.get("http://api.shop/a").from("web", "shop", "c1");

    private static MeshRouter router(String limit) {
        return SidecarNetworks.mesh()
                .rule(
                        "{outlierDetection: {maxEjectionPercent: LIMIT}, loadBalancer: {localityLbSetting: {enabled: false}}}"
                                .replace("LIMIT", limit))
                .router();
    }

    private static OutlierState errors(OutlierState state, String host, int count, double second) {
        OutlierState next = state;
        for (int i = 0; i < count; i++) {
            next = next.on(OutlierEvent.response(Duration.ofMillis((long) (second * 1000) + i), host, 503));
        }
        return next;
    }

    private static Share share(Decision decision, String owner) {
        return Share.sum(decision.endpoints().stream()
                .filter(target -> target.owner().equals(owner))
                .map(EndpointTarget::share)
                .toList());
    }

    @Nested
    class AtTheCaller {
        private final MeshRouter router = router("100");
        private final PolicyAnswer policy = router.policy("c1/shop/web-1", "api", 80, "");

        @Test
        void fiveErrorsInARowTakeTheHostOutUntilTheTickAfterItsTime() {
            OutlierState start = policy.outlierState().orElseThrow();
            OutlierState fourErrors = errors(start, HOST, 4, 1.0);
            OutlierState ejected = errors(fourErrors, HOST, 1, 1.4);

            assertThat(policy.ejections(fourErrors)).isEqualTo(Conditions.healthy());
            assertThat(policy.ejections(ejected).notation())
                    .isEqualTo("host c1/shop/web-1 outbound|80||api.shop.svc.cluster.local 10.1.0.1:8080 ejected");
            Decision without = router.decide(CALL, policy.ejections(ejected));
            assertThat(share(without, "c1/shop/api-1")).isEqualTo(Share.ZERO);
            assertThat(share(without, "c1/shop/api-2")).isEqualTo(Share.of(1, 3));
            assertThat(without.isForwarded()).isTrue();
            assertThat(policy.ejections(ejected.advance(Duration.ofSeconds(39))))
                    .isEqualTo(policy.ejections(ejected));
            assertThat(policy.ejections(ejected.advance(Duration.ofSeconds(40))))
                    .isEqualTo(Conditions.healthy());
        }

        /** The example of {@code docs/conditions.md}. */
        @Test
        void fiveErrorsAreHandedOn() {
            Call call = CALL;

            PolicyAnswer policy = router.policy("c1/shop/web-1", "api.shop", 80, "");
            OutlierState state = policy.outlierState().orElseThrow();
            for (int i = 0; i < 5; i++) {
                state = state.on(OutlierEvent.response(Duration.ofSeconds(i), "10.1.0.1:8080", 503));
            }
            Decision decision = router.decide(call, policy.ejections(state));

            assertThat(share(decision, "c1/shop/api-1")).isEqualTo(Share.ZERO);
            assertThat(decision.isForwarded()).isTrue();
        }

        @Test
        void otherProxiesGoOnSendingToTheHost() {
            Conditions ejections = policy.ejections(errors(policy.outlierState().orElseThrow(), HOST, 5, 1.0));

            Decision of = router.decide(Call.get("http://api.shop/a").from("api", "shop", "c1"), ejections);

            assertThat(share(of, "c1/shop/api-1")).isEqualTo(Share.of(1, 4));
        }

        @Test
        void whatIsDownIsEjectedBesideIt() {
            Conditions both = policy.ejections(errors(policy.outlierState().orElseThrow(), HOST, 5, 1.0))
                    .and(Conditions.podDown("c1/shop/api-2"));

            Decision decision = router.decide(CALL, both);

            assertThat(decision.isForwarded()).isTrue();
            assertThat(decision.isRetried()).isFalse();
            assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.ZERO);
        }
    }

    @Nested
    class OfALimit {
        @Test
        void ofAQuarterOneOfFourHostsMayBeEjected() {
            PolicyAnswer policy = router("25").policy("c1/shop/web-1", "api", 80, "");
            OutlierState one = errors(policy.outlierState().orElseThrow(), HOST, 5, 1.0);

            assertThat(policy.ejections(errors(one, "10.1.0.2:8080", 5, 2.0))).isEqualTo(policy.ejections(one));
        }

        @Test
        void ofTenPercentNoneMay() {
            PolicyAnswer policy = router("10").policy("c1/shop/web-1", "api", 80, "");

            assertThat(policy.ejections(errors(policy.outlierState().orElseThrow(), HOST, 12, 1.0)))
                    .isEqualTo(Conditions.healthy());
        }
    }

    @Test
    void withoutOutlierDetectionThereIsNoState() {
        assertThat(SidecarNetworks.mesh()
                        .router()
                        .policy("c1/shop/web-1", "api", 80, "")
                        .outlierState())
                .isEmpty();
    }
}
