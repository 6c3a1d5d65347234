package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call under many failures: only those on its ways are decided again, and nothing is decided otherwise. */
class FailureSurveyTest {
    private static final String EJECTING = "{outlierDetection: {maxEjectionPercent: 100}}";

    private static MeshRouter router() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 1)
                .pods("orders", "c1", "z2", 1)
                .pods("orders", "c2", "z1", 2)
                .pods("stock", "c2", "z2", 1)
                .policy(EJECTING)
                .router();
    }

    private static List<String> touching(FailureSurvey survey, Call call) {
        return Arrays.stream(survey.call(call).touching())
                .mapToObj(index -> survey.failures().get(index).name())
                .toList();
    }

    @Test
    void everyDecisionIsThatOfItsOwnQuestion() {
        MeshRouter router = router();
        FailureSurvey survey = FailureSurvey.of(router, MeshFailures.of(router, MeshFailure.Kind.values()));
        SurveyedCall surveyed = survey.call(TwoSites.orders("c1"));

        for (int i = 0; i < survey.failures().size(); i++) {
            Conditions conditions = survey.failures().get(i).conditions();
            Optional<Call> made = surveyed.callUnder(i);
            Optional<Decision> decision = surveyed.under(i);

            assertThat(decision.isPresent()).isEqualTo(made.isPresent());
            if (made.isPresent()) {
                Decision own = router.decide(made.get(), conditions);
                assertThat(decision.orElseThrow().endpoints())
                        .as(survey.failures().get(i).name())
                        .isEqualTo(own.endpoints());
                assertThat(decision.get().outcomes()).isEqualTo(own.outcomes());
            }
        }
        assertThat(survey.decisions()).isLessThan(survey.failures().size());
    }

    @Test
    void failuresOfPodsCountWhereTheyAreOnTheWays() {
        MeshRouter router = router();
        FailureSurvey survey = FailureSurvey.of(router, MeshFailures.of(router, MeshFailure.Kind.POD));

        assertThat(touching(survey, TwoSites.orders("c1")))
                .containsExactlyInAnyOrder("pod c1/web/front-1", "pod c1/shop/orders-1");
        assertThat(touching(survey, TwoSites.orders("c2")))
                .containsExactlyInAnyOrder("pod c2/web/front-1", "pod c2/shop/orders-1", "pod c2/shop/orders-2");
    }

    @Test
    void authoritiesTouchThePodsTheySignForAndControlPlanesNothing() {
        MeshRouter router = router();
        FailureSurvey survey = FailureSurvey.of(
                router, MeshFailures.of(router, MeshFailure.Kind.AUTHORITY, MeshFailure.Kind.CONTROL_PLANE));

        assertThat(touching(survey, TwoSites.orders("c1")))
                .contains("authority of c1")
                .doesNotContain("control plane c1", "control plane c2");
    }

    @Nested
    class WhereTheCallerIsDown {
        private final Call call = Call.get("http://orders.shop:8080/").from("stock", "shop", "c1");

        private SurveyedCall surveyed(Conditions conditions) {
            MeshRouter router = TwoSites.oneNetwork()
                    .pods("stock", "c1", "z1", 2)
                    .pods("orders", "c1", "z1", 1)
                    .router();
            return FailureSurvey.of(router, List.of(MeshFailure.given("it", conditions)))
                    .call(call);
        }

        @Test
        void anotherPodOfItsKindCalls() {
            SurveyedCall surveyed = surveyed(Conditions.podDown("c1/shop/stock-1"));

            assertThat(surveyed.callUnder(0)).hasValueSatisfying(made -> {
                assertThat(made.caller().workload()).isEqualTo("stock-2");
                assertThat(made.request()).isEqualTo(call.request());
            });
            assertThat(surveyed.under(0))
                    .hasValueSatisfying(decision ->
                            assertThat(decision.call().caller().workload()).isEqualTo("stock-2"));
        }

        @Test
        void nobodyCallsWhenAllAreDown() {
            SurveyedCall surveyed =
                    surveyed(Conditions.podDown("c1/shop/stock-1").and(Conditions.podDown("c1/shop/stock-2")));

            assertThat(surveyed.callUnder(0)).isEmpty();
            assertThat(surveyed.under(0)).isEmpty();
        }

        @Test
        void theSamePodCallsWhenItIsUp() {
            SurveyedCall surveyed = surveyed(Conditions.podDown("c1/shop/stock-2"));

            assertThat(surveyed.callUnder(0)).contains(call);
            assertThat(surveyed.under(0)).isEqualTo(surveyed.healthy());
        }
    }

    @Test
    void aHostThatDnsDoesNotKnowIsTouchedByNothing() {
        MeshRouter router = router();
        SurveyedCall surveyed = FailureSurvey.of(router, MeshFailures.of(router, MeshFailure.Kind.CLUSTER))
                .call(Call.get("http://nobody.shop/").from("front", "web", "c1"));

        assertThat(surveyed.healthy()).isEmpty();
        assertThat(surveyed.touching()).isEmpty();
        assertThat(surveyed.under(0)).isEmpty();
    }

    @Nested
    class AMatrixAsCsv {
        private List<String> lines(String http, MeshFailure... failures) {
            MeshRouter router = TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", 1)
                    .both(SmallMesh.istio("VirtualService", "shop/orders", "{hosts: [orders], http: [" + http + "]}"))
                    .router();
            MatrixAxes axes = MatrixAxes.builder()
                    .addTarget(new CallTarget("orders", Call.get("http://orders.shop:8080/")))
                    .addCaller(TwoSites.orders("c1").caller())
                    .addFailures(failures)
                    .build();
            return FailureMatrix.of(router, axes).toCsv().lines().skip(1).toList();
        }

        @Test
        void hasALineOfWhatRulesAnswer() {
            assertThat(lines("{directResponse: {status: 200}}"))
                    .containsExactly("orders,web/front,c1,r1/z1,,,answered by a rule,,,1,100%,");
        }

        @Test
        void hasALineOfEachPlaceAndOfFailuresInWhichNobodyCalls() {
            assertThat(lines(
                            "{route: [{destination: {host: orders}}]}",
                            MeshFailure.given("no \"front\"", Conditions.podDown("c1/web/front-1"))))
                    .containsExactly(
                            "orders,web/front,c1,r1/z1,,,answered,c1,r1/z1,1,100%,",
                            "orders,web/front,c1,r1/z1,\"no \"\"front\"\"\",NO_CALLER,no caller,,,0,0%,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "c2", ""})
    void theShareOfAClusterIsTheSumOfItsPlaces(String cluster) {
        CallResult result = CallResult.builder()
                .addAnswered(new PlaceShare("c1", "r1/z1", Share.of(1, 6)))
                .addAnswered(new PlaceShare("c1", "r1/z2", Share.of(1, 6)))
                .addAnswered(new PlaceShare("c2", "r2/z1", Share.of(1, 2)))
                .answeredByRule(Share.of(1, 6))
                .build();

        assertThat(result.servedBy(cluster))
                .isEqualTo(
                        switch (cluster) {
                            case "c1" -> Share.of(1, 3);
                            case "c2" -> Share.of(1, 2);
                            default -> Share.ZERO;
                        });
        assertThat(result.served()).isEqualTo(Share.of(5, 6));
        assertThat(result.lost()).isEqualTo(Share.ZERO);
    }
}
