package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.Decision;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private static final String HINT =
            "To see the steps that led to this decision, assert on MeshRouter.explain(call, conditions).";

    private static void fails(Decision decision, Consumer<DecisionAssert> assertion, String text) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(assertThat(decision)))
                .withMessage(text + "\n" + decision.toText() + HINT);
    }

    @Nested
    class Outcomes {
        @Test
        void callsThatAreNotForwarded() {
            fails(Decisions.half(), DecisionAssert::forwards, """
                    Expecting the call to be answered by endpoints each time
                    but it ends as:
                      1/2 forwarded FORWARDED
                      1/2 refused 503 UH NO_HEALTHY_UPSTREAM
                    """);
        }

        @Test
        void callsThatAreNotRefused() {
            fails(Decisions.half(), DecisionAssert::isRefused, """
                    Expecting the call to be refused each time
                    but it ends as:
                      1/2 forwarded FORWARDED
                      1/2 refused 503 UH NO_HEALTHY_UPSTREAM
                    """);
        }

        @Test
        void anotherRefusal() {
            fails(Decisions.refused(), decision -> decision.refusedWith(503, "UF"), """
                    Expecting the call to be refused with status 503 and flags "UF" each time
                    but it ends as:
                      1 refused 503 UH NO_HEALTHY_UPSTREAM
                    """);
        }

        @Test
        void anAnswerInPlaceOfAClosedConnection() {
            fails(Decisions.refused(), decision -> decision.closedWith("UH"), """
                    Expecting the call to be closed without an answer and with flags "UH" each time
                    but it ends as:
                      1 refused 503 UH NO_HEALTHY_UPSTREAM
                    """);
        }

        @Test
        void noRedirect() {
            fails(Decisions.direct(200), decision -> decision.isRedirectedTo("http://tea/"), """
                    Expecting the call to be redirected to "http://tea/" each time
                    but it ends as:
                      1 direct 200 DIRECT_RESPONSE
                    """);
        }

        @Test
        void anotherLocation() {
            fails(Decisions.redirected("http://milk/"), decision -> decision.isRedirectedTo("http://tea/"), """
                    Expecting the call to be redirected to "http://tea/" each time
                    but the location is "http://milk/"
                    """);
        }

        @Test
        void anotherDirectAnswer() {
            fails(Decisions.direct(404), decision -> decision.isAnsweredDirectly(200), """
                    Expecting the call to be answered by the proxy itself with status 200 each time
                    but it ends as:
                      1 direct 404 DIRECT_RESPONSE
                    """);
        }

        @Test
        void anotherShareOfAnOutcome() {
            fails(Decisions.half(), decision -> decision.endsAs(Outcome.Kind.REFUSED, 1, 3), """
                    Expecting the call to end as refused with share 1/3
                    but the share is 1/2; it ends as:
                      1/2 forwarded FORWARDED
                      1/2 refused 503 UH NO_HEALTHY_UPSTREAM
                    """);
        }
    }

    @Nested
    class Targets {
        @Test
        void anotherService() {
            fails(Decisions.split(), decision -> decision.toService("milk", "shop"), """
                    Expecting the call to go to service "milk" of namespace "shop" alone
                    but it goes to:
                      1 outbound|80|v1|tea.shop.svc.cluster.local
                    """);
        }

        @Test
        void anotherHost() {
            fails(Decisions.split(), decision -> decision.toHost("tea.example.com"), """
                    Expecting the call to go to host "tea.example.com" alone
                    but it goes to:
                      1 outbound|80|v1|tea.shop.svc.cluster.local
                    """);
        }

        @Test
        void severalSubsets() {
            fails(Decisions.subsets(), decision -> decision.toSubset("v1"), """
                    Expecting the call to go to subset "v1" alone
                    but it goes to:
                      1/2 outbound|80|v1|tea.shop.svc.cluster.local
                      1/2 outbound|80|v2|tea.shop.svc.cluster.local
                    """);
        }

        @Test
        void aSubsetWhereNoneIsExpected() {
            fails(Decisions.split(), decision -> decision.toSubset(""), """
                    Expecting the call to go to no subset
                    but it goes to:
                      1 outbound|80|v1|tea.shop.svc.cluster.local
                    """);
        }

        @Test
        void noEndpoint() {
            fails(Decisions.refused(), decision -> decision.toService("tea", "shop"), """
                    Expecting the call to go to service "tea" of namespace "shop" alone
                    but no endpoint answers it
                    """);
        }

        @Test
        void anotherRoute() {
            fails(Decisions.routed("canary"), decision -> decision.takesRoute("all"), """
                    Expecting the call to take route "all"
                    but it takes route "canary"
                    """);
        }

        @Test
        void noRoute() {
            fails(Decisions.refused(), decision -> decision.takesRoute("all"), """
                    Expecting the call to take route "all"
                    but it takes no route
                    """);
        }
    }

    @Nested
    class Places {
        @Test
        void aClusterThatDoesNotAnswer() {
            fails(Decisions.split(), decision -> decision.inCluster("north"), """
                    Expecting the call to be answered in cluster "north"
                    but it is answered in:
                      3/4 east
                      1/4 west
                    """);
        }

        @Test
        void aClusterThatIsNotAlone() {
            fails(Decisions.split(), decision -> decision.onlyInCluster("east"), """
                    Expecting the call to be answered in cluster "east" alone
                    but it is answered in:
                      3/4 east
                      1/4 west
                    """);
        }

        @Test
        void anotherShareOfACluster() {
            fails(Decisions.split(), decision -> decision.inCluster("east").withShare(1, 2), """
                    Expecting the call to be answered in cluster "east" with share 1/2
                    but the share is 3/4; it is answered in:
                      3/4 east
                      1/4 west
                    """);
        }

        @Test
        void anotherShareOfAWorkload() {
            fails(Decisions.split(), decision -> decision.withShareOf("west/shop/tea", 1, 2), """
                    Expecting the call to be answered by "west/shop/tea" with share 1/2
                    but the share is 1/4; it is answered by:
                      3/4 east/shop/tea-5d78c9869d-x2x4z
                      1/4 west/shop/tea-0
                    """);
        }
    }

    @Nested
    class Paths {
        @Test
        void callsThatReachACluster() {
            fails(Decisions.split(), decision -> decision.neverReachesCluster("west"), """
                    Expecting the call never to reach cluster "west"
                    but it may:
                      passes gateway west/istio-system/eastwest-1 at 203.0.113.9:15443
                      is answered by west/shop/tea-0 at 10.9.0.1:8080
                    """);
        }

        @Test
        void copiesThatReachAWorkload() {
            Decision decision = Decisions.copied(
                    Decisions.endpoint("east/shop/audit-1", "10.0.0.7:80"), Decisions.gateway("203.0.113.9:15443"));

            fails(decision, each -> each.neverReaches("audit"), """
                    Expecting the call never to reach "audit"
                    but it may:
                      is copied to east/shop/audit-1 at 10.0.0.7:80
                      is copied to outbound|80|v2|tea.shop.svc.cluster.local through the gateway 203.0.113.9:15443; copies are not followed further
                    """);
        }

        @Test
        void copiesToUnknownEndpoints() {
            fails(Decisions.copied(), decision -> decision.neverReachesCluster("west"), """
                    Expecting the call never to reach cluster "west"
                    but it may:
                      is copied to outbound|80|v2|tea.shop.svc.cluster.local, whose endpoints are not known
                    """);
        }

        @Test
        void callsThatPassNoGatewayOfACluster() {
            fails(Decisions.split(), decision -> decision.passesGatewayOf("west"), """
                    Expecting the call to pass a gateway of cluster "west" each time
                    but it passes:
                      3/4 no gateway to east/shop/tea-5d78c9869d-x2x4z
                      1/4 west/istio-system/eastwest-1 to west/shop/tea-0
                    """);
        }

        @Test
        void callsThatPassAnotherGateway() {
            fails(Decisions.split(), decision -> decision.passesGateway("203.0.113.8"), """
                    Expecting the call to pass gateway "203.0.113.8" each time
                    but it passes:
                      3/4 no gateway to east/shop/tea-5d78c9869d-x2x4z
                      1/4 west/istio-system/eastwest-1 to west/shop/tea-0
                    """);
        }

        @Test
        void callsThatPassAGatewayWhereNoneIsExpected() {
            fails(Decisions.split(), DecisionAssert::passesNoGateway, """
                    Expecting the call to pass no gateway
                    but it passes:
                      3/4 no gateway to east/shop/tea-5d78c9869d-x2x4z
                      1/4 west/istio-system/eastwest-1 to west/shop/tea-0
                    """);
        }

        @Test
        void callsThatNoEndpointAnswers() {
            fails(Decisions.refused(), DecisionAssert::passesNoGateway, """
                    Expecting the call to pass no gateway
                    but no endpoint answers it
                    """);
        }
    }

    @Nested
    class Evidence {
        @Test
        void showsFindings() {
            fails(Decisions.withFinding("retries are not followed"), DecisionAssert::hasNoFindings, """
                    Expecting the call to be decided without findings
                    but there are:
                      retries are not followed
                    """);
        }

        @Test
        void showsTheStepsOfAnExplanation() {
            TraceStep step = TraceStep.builder()
                    .stage(TraceStep.Stage.ROUTE)
                    .taken(false)
                    .candidate("canary")
                    .addMismatch(new Mismatch("header x-user", "exact \"me\"", "absent"))
                    .resource(ResourceKey.of("networking.istio.io", "VirtualService", "shop", "tea"))
                    .path("spec.http[0]")
                    .location("tea.yaml:7:5")
                    .build();
            Explanation explanation = new Explanation(Decisions.refused(), List.of(step));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(explanation).forwards())
                    .withMessage("""
                            Expecting the call to be answered by endpoints each time
                            but it ends as:
                              1 refused 503 UH NO_HEALTHY_UPSTREAM

                            GET http://tea.shop/ from east/shop/web
                              when nothing is broken
                              refused 503 UH 100.00% NO_HEALTHY_UPSTREAM
                              - ROUTE canary: header x-user: expected exact "me" but was absent <VirtualService/shop/tea spec.http[0] tea.yaml:7:5>""");
        }

        @Test
        void startsWithTheDescription() {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() ->
                            assertThat(Decisions.refused()).as("order service").forwards())
                    .withMessageStartingWith("[order service] Expecting the call to be answered");
        }

        @Test
        void survivesPercentSigns() {
            Decision decision = Decisions.redirected("http://milk/%s%d");

            fails(decision, each -> each.isRedirectedTo("http://tea/%20"), """
                    Expecting the call to be redirected to "http://tea/%20" each time
                    but the location is "http://milk/%s%d"
                    """);
        }
    }
}
