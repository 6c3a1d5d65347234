package io.eastwest.testing;

import static io.eastwest.testing.MeshAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.PolicySource;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.Reachability;
import io.eastwest.routing.question.WhoMayCall;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Assertions on answers about many calls. The texts of failures end in the whole answer, which is not repeated here. */
class AnswerAssertsTest {
    private final MeshRouter router = GuardedTea.router();

    private static void fails(ThrowingCallable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(text);
    }

    @Nested
    class Policies {
        private final PolicyAssert policy =
                assertThat(router.policy("east/shop/web-0", "tea.shop.svc.cluster.local", 80, ""));

        @Test
        void saySettingsAndTheirOrigin() {
            policy.hasSetting("connectionPool.tcp.connectTimeout", "3s")
                    .isSetBy("connectionPool.tcp.connectTimeout", "DestinationRule/shop/tea")
                    .comesFrom("connectionPool.tcp.connectTimeout", PolicySource.Kind.DESTINATION_RULE)
                    .mergesRules("DestinationRule/shop/tea")
                    .hasOutlierDetection();
        }

        @Test
        void differInAValue() {
            fails(() -> policy.hasSetting("connectionPool.tcp.connectTimeout", "10s"), """
                    Expecting setting connectionPool.tcp.connectTimeout to be 10s
                    but there is:
                      connectionPool.tcp.connectTimeout = 3s <DestinationRule/shop/tea spec.trafficPolicy.connectionPool.tcp.connectTimeout [rule.yaml:11:25]>
                    """);
        }

        @Test
        void differInTheirOrigin() {
            fails(() -> policy.isSetBy("connectionPool.tcp.connectTimeout", "DestinationRule/shop/milk"), """
                    Expecting setting connectionPool.tcp.connectTimeout to be said by DestinationRule/shop/milk
                    but there is:
                      connectionPool.tcp.connectTimeout = 3s <DestinationRule/shop/tea spec.trafficPolicy.connectionPool.tcp.connectTimeout [rule.yaml:11:25]>
                    """);
            fails(
                    () -> policy.comesFrom("connectionPool.tcp.connectTimeout", PolicySource.Kind.ENVOY_DEFAULT),
                    "Expecting setting connectionPool.tcp.connectTimeout to come from ENVOY_DEFAULT");
        }

        @Test
        void haveNoSettingOfAName() {
            fails(() -> policy.hasSetting("connectTimeout", "3s"), """
                    Expecting a setting connectTimeout
                    but there is:
                      no setting of that name
                    """);
        }

        @Test
        void differInTheirRules() {
            fails(policy::mergesRules, """
                    Expecting the rules to be []
                    but there is:
                      [DestinationRule/shop/tea]
                    """);
            fails(
                    () -> assertThat(router.policy("east/shop/web-0", "milk.shop.svc.cluster.local", 80, ""))
                            .hasOutlierDetection(),
                    "Expecting outlier detection\nbut there is:\n  none");
        }
    }

    @Nested
    class Access {
        private final AccessAssert access = assertThat(WhoMayCall.of(router, "tea.shop.svc.cluster.local", 80));

        @Test
        void isAllowedOrRefused() {
            access.allows("shop/web").refuses("lab/probe").isCalledOnlyBy("east/shop/web");
        }

        @Test
        void isRefusedWhereItIsExpected() {
            fails(() -> access.allows("lab/probe"), """
                    Expecting all calls of "lab/probe" to be allowed
                    but there is:
                      east/lab/probe-0 other other DENIED: no rule allows it;""");
        }

        @Test
        void isAllowedWhereItIsNotExpected() {
            fails(() -> access.refuses("web"), """
                    Expecting all calls of "web" to be refused
                    but there is:
                      east/shop/web-0 other other ALLOWED: by AuthorizationPolicy/shop/tea spec.rules[0]""");
        }

        @Test
        void isGivenToOthers() {
            fails(() -> access.isCalledOnlyBy("lab/probe"), """
                    Expecting only [lab/probe] to call tea.shop.svc.cluster.local:80
                    but there is:
                      east/lab/probe-0 may not
                      east/shop/web-0 may
                    """);
            fails(access::isCalledOnlyBy, """
                    Expecting only [] to call tea.shop.svc.cluster.local:80
                    but there is:
                      east/shop/web-0 may
                    """);
        }

        @Test
        void isNotKnownOfACallerOutsideOfTheTable() {
            fails(() -> access.refuses("nobody"), """
                    Expecting a caller "nobody"
                    but there is:
                    """.stripTrailing());
        }
    }

    @Nested
    class Matrices {
        private static final MeshFailure GONE = MeshFailure.given(
                "tea is gone", Conditions.parse("workload east/shop/tea down; workload west/shop/tea down"));

        private final MatrixAssert matrix = assertThat(FailureMatrix.of(
                router,
                MatrixAxes.of(router).calledBy(List.of(new Caller("web", "shop", "east"))).toBuilder()
                        .addFailures(GONE)
                        .build()));

        @Test
        void sayWhichFailuresLoseCalls() {
            matrix.losesOnlyUnder("tea is gone")
                    .survives(MeshFailure.Kind.CLUSTER)
                    .neverMovesTo("north");
        }

        @Test
        void loseCallsWhereNoneIsExpected() {
            fails(matrix::survivesEverything, """
                    Expecting no failure to lose calls
                    but there is:
                      tea is gone: tea.shop:80 from shop/web in east: (east 50%, west 50%) becomes (lost 100%""");
        }

        @Test
        void surviveWhereALossIsExpected() {
            fails(() -> matrix.losesOnlyUnder("tea is gone", "cluster west"), """
                    Expecting calls to be lost under [tea is gone, cluster west] only
                    but there is:
                      cluster west: no call is lost
                    """);
        }

        @Test
        void loseCallsUnderAKindOfFailure() {
            fails(() -> matrix.survives(MeshFailure.Kind.GIVEN), """
                    Expecting no failure of kind GIVEN to lose calls
                    but there is:
                      tea is gone: tea.shop:80 from shop/web in east: (""");
        }

        @Test
        void haveNoSuchFailure() {
            fails(() -> matrix.survives(MeshFailure.Kind.LINK), "Expecting a failure of kind LINK\nbut there is:");
            fails(() -> matrix.losesOnlyUnder("cluster north"), "Expecting a failure \"cluster north\"\nbut there is:");
        }
    }

    @Nested
    class Reach {
        private final ReachabilityAssert reach = assertThat(Reachability.of(router));

        @Test
        void isThereOrNot() {
            reach.isNotReached("lab/probe", "tea.shop:80");
        }

        @Test
        void isMissing() {
            fails(() -> reach.isReached("lab/probe", "tea.shop:80"), "Expecting all calls of \"lab/probe\"");
            fails(reach::isComplete, "Expecting every caller to reach every target\nbut there is:");
        }

        @Test
        void isNotAsked() {
            fails(() -> reach.isReached("nobody", "tea.shop:80"), "Expecting a row of \"nobody\" to tea.shop:80");
        }
    }

    @Test
    void longListsAreCut() {
        Complaint complaint = new Complaint("nothing", Collections.nCopies(25, "x"));

        assertThat(complaint.text("answer\n"))
                .contains("  x\n  and 5 more\n\nanswer")
                .endsWith("answer");
    }
}
