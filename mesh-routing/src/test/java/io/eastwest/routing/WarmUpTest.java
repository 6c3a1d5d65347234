package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpTest {
    private static final String NEW = "10.1.0.2:80";

    private static MeshRouter router(String loadBalancer) {
        return MeshRouter.of(SmallMesh.snapshot(
                SmallMesh.service("shop/a", 1, "http 80")
                        + SmallMesh.pod("shop/a-2", "10.1.0.2", "app: a")
                        + SmallMesh.pod("shop/client", "10.1.0.1", "app: client"),
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: a, namespace: shop}
                spec: {host: a, trafficPolicy: {loadBalancer: LB}}
                """.replace("LB", loadBalancer)));
    }

    private static Share share(MeshRouter router, Conditions conditions) {
        Decision decision = router.decide(Call.get("http://a/").from("client", "shop", "c1"), conditions);
        return Share.sum(decision.endpoints().stream()
                .filter(endpoint -> endpoint.address().equals(NEW))
                .map(EndpointTarget::share)
                .toList());
    }

    /** Worked examples of weights in a window of a minute; the other endpoint is warm and weighs 1. */
    @ParameterizedTest
    @CsvSource({"0s, 1, 11", "6s, 1, 11", "15s, 1, 5", "30s, 1, 3", "45s, 3, 7", "60s, 1, 2", "1h, 1, 2"})
    void aNewEndpointOfTwoGetsAShareThatGrowsWithItsAge(String age, long share, long whole) {
        for (String algorithm : new String[] {"ROUND_ROBIN", "LEAST_REQUEST"}) {
            MeshRouter router = router("{simple: " + algorithm + ", warmup: {duration: 60s}}");

            assertThat(share(router, Conditions.parse("joined " + NEW + " " + age + " ago")))
                    .isEqualTo(Share.of(share, whole));
        }
    }

    @ParameterizedTest
    @CsvSource({"6s, 0.316", "30s, 0.707", "45s, 0.866", "60s, 1"})
    void anAggressionOfTwoGrowsFasterAtFirst(String age, double weight) {
        MeshRouter router = router("{simple: ROUND_ROBIN, warmup: {duration: 60s, aggression: 2}}");

        Share share = share(router, Conditions.parse("joined " + NEW + " " + age + " ago"));

        assertThat(share.toDouble()).isCloseTo(weight / (1 + weight), within(0.0005));
    }

    @Test
    void theLeastPercentIsThatOfTheRule() {
        MeshRouter router = router("{simple: ROUND_ROBIN, warmup: {duration: 60s, minimumPercent: 50}}");

        assertThat(share(router, Conditions.endpointJoined(NEW, Duration.ZERO))).isEqualTo(Share.of(1, 3));
    }

    @Nested
    class NothingWarmsUp {
        private final Conditions justJoined = Conditions.endpointJoined(NEW, Duration.ofSeconds(1));

        @Test
        void whereNothingIsSaidOfAges() {
            MeshRouter router = router("{simple: ROUND_ROBIN, warmup: {duration: 60s}}");

            assertThat(share(router, Conditions.healthy())).isEqualTo(Share.of(1, 2));
        }

        @Test
        void withoutWarmUpInTheRule() {
            assertThat(share(router("{simple: ROUND_ROBIN}"), justJoined)).isEqualTo(Share.of(1, 2));
        }

        @Test
        void withAnotherAlgorithm() {
            assertThat(share(router("{simple: RANDOM, warmup: {duration: 60s}}"), justJoined))
                    .isEqualTo(Share.of(1, 2));
        }

        @Test
        void ofEndpointsThatAreEquallyNew() {
            MeshRouter router = router("{simple: ROUND_ROBIN, warmup: {duration: 60s}}");

            assertThat(share(router, justJoined.and(Conditions.endpointJoined("10.0.0.1:80", Duration.ofSeconds(1)))))
                    .isEqualTo(Share.of(1, 2));
        }
    }

    @Nested
    class Refused {
        private final MeshRouter router = router("{simple: ROUND_ROBIN, warmup: {duration: 60s}}");

        @Test
        void isAnEndpointThatTheMeshDoesNotHave() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> share(router, Conditions.endpointJoined("10.1.0.2:81", Duration.ZERO)))
                    .withMessageContaining("no endpoint \"10.1.0.2:81\"");
        }

        @Test
        void isAnEndpointOfTwoAges() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            share(router, Conditions.parse("joined " + NEW + " 1s ago; joined " + NEW + " 2s ago")))
                    .withMessageContaining("another condition says");
        }

        @Test
        void isAnAgeBelowNothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Conditions.endpointJoined(NEW, Duration.ofMillis(-1)))
                    .withMessageContaining("an age is 0 to 10 years long");
        }

        @Test
        void isATextWithoutADuration() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Conditions.parse("joined " + NEW + " yesterday ago"))
                    .withMessageContaining("a duration such as 30s");
        }
    }
}
