package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Decisions and explanations, as people read them. */
class DecisionTextTest {
    private static final Call API = Call.get("http://api.shop/").from("web", "shop", "c1");

    private static MeshRouter mesh(String http) {
        return SidecarNetworks.mesh()
                .add("c1", SmallMesh.rules("shop/api", "{hosts: [api], http: [" + http + "]}"))
                .router();
    }

    private static List<String> lines(Decision decision) {
        return decision.toText()
                .lines()
                .filter(line -> !line.startsWith("  note: "))
                .toList();
    }

    @Nested
    class OfDecisions {
        @Test
        void namesTheRouteItsOriginAndEachEndpoint() {
            Decision decision =
                    mesh("{name: all, route: [{destination: {host: api}}]}").decide(API);

            assertThat(lines(decision))
                    .startsWith(
                            "GET http://api.shop/ from c1/shop/web",
                            "  when nothing is broken",
                            "  route all of VirtualService/shop/api spec.http[0]",
                            "  forwarded 100.00% FORWARDED")
                    .anyMatch(line -> line.matches(" +\\d+\\.\\d\\d% {2}c1/shop/api-1 \\(10\\.1\\.0\\.1:8080\\)"))
                    .anyMatch(
                            line -> line.matches(
                                    " +\\d+\\.\\d\\d% {2}c2/shop/api-1 \\(10\\.2\\.0\\.1:8080\\) through c2/istio-system/ew-a at .*"));
        }

        @Test
        void ofAnAnswerOfARuleHasItsStatus() {
            assertThat(lines(mesh("{directResponse: {status: 418}}").decide(API)))
                    .containsExactly(
                            "GET http://api.shop/ from c1/shop/web",
                            "  when nothing is broken",
                            "  route (unnamed) of VirtualService/shop/api spec.http[0]",
                            "  direct 418 100.00% DIRECT_RESPONSE: direct_response");
        }

        @Test
        void ofRetriedCallsHasTheirFirstTry() {
            Decision decision = mesh("{retries: {attempts: 1}, route: [{destination: {host: api}}]}")
                    .decide(API, Conditions.podDown("c1/shop/api-1"));

            assertThat(decision.isRetried()).isTrue();
            assertThat(lines(decision))
                    .contains(
                            "  when pod c1/shop/api-1 is down",
                            "  first try: forwarded 75.00% FORWARDED | refused 503 UF 25.00% UPSTREAM_CONNECT_FAILED:"
                                    + " endpoint 10.1.0.1:8080 does not answer",
                            "   33.33%  c1/shop/api-2 (10.1.0.2:8080), first try 25.00%",
                            "    8.33%  c2/shop/api-1 (10.2.0.1:8080) through c2/istio-system/ew-a at"
                                    + " 203.0.113.2:15443, first try 6.25%");
        }

        @Test
        void sharesOfFirstTriesSumToOne() {
            Decision decision = mesh("{retries: {attempts: 1}, route: [{destination: {host: api}}]}")
                    .decide(API, Conditions.podDown("c1/shop/api-1"));
            FirstTry first = decision.firstTry();

            assertThat(decision.isForwarded()).isFalse();
            assertThat(decision.isRefused()).isFalse();
            assertThat(first.share(Outcome.Kind.FORWARDED).plus(first.share(Outcome.Kind.REFUSED)))
                    .isEqualTo(Share.ONE);
            assertThat(first.share(Outcome.Kind.REFUSED)).isGreaterThan(decision.share(Outcome.Kind.REFUSED));
            assertThat(first.share("c1/shop/api-1")).isEqualTo(Share.ZERO);
            assertThat(Share.sum(first.endpoints().stream()
                            .map(EndpointTarget::share)
                            .toList()))
                    .isEqualTo(first.share(Outcome.Kind.FORWARDED));
        }
    }

    @Nested
    class ByValue {
        private final MeshRouter router = mesh("{route: [{destination: {host: api}}]}");
        private final Decision decision = router.decide(API);

        @Test
        void whatDiffersMakesAnother() {
            Call other = Call.get("http://api.shop/x").from("web", "shop", "c1");

            assertThat(decision)
                    .isEqualTo(router.decide(API))
                    .hasSameHashCodeAs(router.decide(API))
                    .isNotEqualTo(router.decide(other))
                    .isNotEqualTo(router.decide(API, Conditions.podDown("c2/shop/web-1")))
                    .isNotEqualTo("it");
            assertThat(List.of(
                            new Decision(
                                    API,
                                    decision.conditions(),
                                    List.of(),
                                    decision.endpoints(),
                                    decision.firstLeg(),
                                    decision.findings(),
                                    decision.notModelled()),
                            new Decision(
                                    API,
                                    decision.conditions(),
                                    decision.outcomes(),
                                    List.of(),
                                    decision.firstLeg(),
                                    decision.findings(),
                                    decision.notModelled()),
                            new Decision(
                                    API,
                                    decision.conditions(),
                                    decision.outcomes(),
                                    decision.endpoints(),
                                    decision.firstLeg(),
                                    List.of("another"),
                                    decision.notModelled())))
                    .doesNotContain(decision);
        }

        @Test
        void withoutRetriesTheFirstTryIsTheWhole() {
            Decision made = new Decision(
                    API,
                    decision.conditions(),
                    decision.outcomes(),
                    decision.endpoints(),
                    decision.firstLeg(),
                    decision.findings(),
                    decision.notModelled());

            assertThat(made.firstTry()).isEqualTo(new FirstTry(decision.outcomes(), decision.endpoints()));
            assertThat(made.isRetried()).isFalse();
            assertThat(made.isForwarded()).isTrue();
            assertThat(made.isRefused()).isFalse();
            assertThat(made.shareOfCluster("c1").plus(made.shareOfCluster("c2")).plus(made.shareOfCluster("c3")))
                    .isEqualTo(Share.ONE);
        }
    }

    @Nested
    class OfExplanations {
        private final Decision decision =
                mesh("{directResponse: {status: 418}}").decide(API);

        private static TraceStep step(String proxy, TraceStep.Stage stage, String candidate, boolean taken) {
            return TraceStep.builder()
                    .proxy(proxy)
                    .stage(stage)
                    .candidate(candidate)
                    .taken(taken)
                    .why("why")
                    .build();
        }

        private List<String> text(List<TraceStep> steps, List<OmittedSteps> omitted) {
            String whole = new Explanation(decision, steps, omitted).toString();
            assertThat(whole).startsWith(decision.toText());
            return whole.substring(decision.toText().length()).lines().toList();
        }

        @Test
        void haveALineForEachStepBelowItsProxy() {
            assertThat(text(
                            List.of(
                                    step("a", TraceStep.Stage.LISTENER, "one", true),
                                    step("a", TraceStep.Stage.ROUTE, "two", false),
                                    step("b", TraceStep.Stage.ROUTE, "", true)),
                            List.of()))
                    .containsExactly(
                            "  at a", "  + LISTENER one: why", "  - ROUTE two: why", "  at b", "  + ROUTE: why");
        }

        @Test
        void countCandidatesThatAreForOthers() {
            TraceStep other = step("a", TraceStep.Stage.VIRTUAL_HOST, "one", false).toBuilder()
                    .addMismatches(new Mismatch("authority", "x", "y"))
                    .build();
            TraceStep rule = other.toBuilder().stage(TraceStep.Stage.ROUTE).build();
            TraceStep plain = step("a", TraceStep.Stage.VIRTUAL_HOST, "two", false);
            TraceStep elsewhere = other.toBuilder().proxy("b").build();

            assertThat(text(List.of(other, other, plain, other, rule, rule, other, elsewhere, elsewhere), List.of()))
                    .containsExactly(
                            "  at a",
                            "  - VIRTUAL_HOST 2 that are for others",
                            "  - VIRTUAL_HOST two: why",
                            "  - VIRTUAL_HOST one: why authority: expected x but was y",
                            "  - ROUTE one: why authority: expected x but was y",
                            "  - ROUTE one: why authority: expected x but was y",
                            "  - VIRTUAL_HOST one: why authority: expected x but was y",
                            "  at b",
                            "  - VIRTUAL_HOST 2 that are for others");
        }

        @Test
        void nameTheResourceTheFieldAndThePlace() {
            TraceStep step = step("a", TraceStep.Stage.ROUTE, "one", true).toBuilder()
                    .resource(ResourceKey.of("", "Service", "shop", "api"))
                    .path("spec.x")
                    .location("a.yaml:1:2")
                    .build();

            assertThat(text(List.of(step, step.toBuilder().path("").location("").build()), List.of()))
                    .containsExactly(
                            "  at a",
                            "  + ROUTE one: why <Service/shop/api spec.x a.yaml:1:2>",
                            "  + ROUTE one: why <Service/shop/api>");
        }

        @Test
        void countWhatIsLeftOut() {
            assertThat(text(
                            List.of(),
                            List.of(
                                    new OmittedSteps("a", TraceStep.Stage.ROUTE, 7),
                                    new OmittedSteps("", TraceStep.Stage.LISTENER, 8))))
                    .containsExactly("  ... 7 more of ROUTE at a", "  ... 8 more of LISTENER");
        }
    }
}
