package io.eastwest.routing.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.TwoSites;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of invariants, and the sentences that tell them. */
class InvariantRulesTest {
    private static final CallScope TO_ORDERS =
            Invariant.calls().fromNamespace("web").toService("orders.shop");
    private static final MeshFailure ONE = MeshFailure.given("one", Conditions.podDown("c1/shop/stock-1"));
    private static final MeshFailure TWO = MeshFailure.given(
            "two", Conditions.podDown("c1/shop/orders-1").and(Conditions.podDown("c1/shop/orders-2")));

    private static TwoSites sites() {
        return TwoSites.oneNetwork()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c2", "z1", 2)
                .pods("stock", "c1", "z1", 2);
    }

    @Nested
    class Sentences {
        @Test
        void nameCallersAndTargets() {
            assertThat(Invariant.calls()
                            .fromWorkload("web", "front")
                            .toNamespace("shop")
                            .toPort(8080)
                            .areAnswered())
                    .hasToString("calls from workload web/front to namespace shop to port 8080 are answered");
        }

        @Test
        void nameTheRule() {
            assertThat(TO_ORDERS.areAnsweredAtLeast(Share.of(1, 2)).text())
                    .isEqualTo("calls from namespace web to service orders.shop are answered to at least 1/2");
            assertThat(TO_ORDERS.crossEastWestGatewaysAtMost(Share.of(1, 4)).text())
                    .isEqualTo(
                            "calls from namespace web to service orders.shop cross east-west gateways to at most 1/4");
            assertThat(TO_ORDERS.areNotAnswered().text())
                    .isEqualTo("calls from namespace web to service orders.shop are not answered by any endpoint");
        }

        @Test
        void nameWhatMayBeBroken() {
            Invariant answered = TO_ORDERS.areAnswered();
            String start = "calls from namespace web to service orders.shop are answered, also under ";

            assertThat(answered.under(ONE).text()).isEqualTo(start + "one");
            assertThat(answered.under(ONE, TWO).text()).isEqualTo(start + "each of 2 given failures");
            assertThat(answered.underSingleFailures(Kind.POD, Kind.ZONE)
                            .under(ONE)
                            .text())
                    .isEqualTo(start + "any single failure of a pod or a zone and one");
            assertThat(answered.underAnySingleFailure().text()).isEqualTo(start + "any single failure");
        }
    }

    @Nested
    class OfTargets {
        @Test
        void meanOneServiceWhereAPortIsNamed() {
            String both = SmallMesh.service("shop/late", 9, "http 80", "http-more 81");
            InvariantAnswer answer = Invariant.calls()
                    .fromWorkload("web", "front")
                    .toPort(81)
                    .areAnswered()
                    .check(sites().both(both).router());

            assertThat(answer.calls()).isEqualTo(2);
            assertThat(answer.holds()).isTrue();
        }

        @Test
        void mustBeThere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Invariant.calls().toPort(9999).areAnswered().check(sites().router()))
                    .withMessage("nothing in the mesh is the target of calls to port 9999; targets are"
                            + " [orders.shop:8080, stock.shop:8080]");
        }
    }

    @Nested
    class OfAnswers {
        @Test
        void findTheEndpointThatAnswersThoughNoneMay() {
            assertThat(TO_ORDERS.areNotAnswered().check(sites().router()).counterexample())
                    .hasValueSatisfying(
                            each -> assertThat(each.why()).isEqualTo("share 1/4 is answered by c1/shop/orders-1"));
        }

        @Test
        void holdWhereNobodyAnswers() {
            TwoSites none = TwoSites.oneNetwork();

            assertThat(TO_ORDERS.areNotAnswered().check(none.router()).holds()).isTrue();
        }

        @Test
        void ofOnesOwnAreToldByTheirText() {
            InvariantAnswer answer =
                    TO_ORDERS.satisfy("are never right", decision -> false).check(sites().router());

            assertThat(answer.counterexample())
                    .hasValueSatisfying(each -> assertThat(each.why()).isEqualTo("not so for this decision"));
            assertThat(answer.toText())
                    .startsWith("BROKEN: calls from namespace web to service orders.shop are never right\n");
        }

        @ParameterizedTest
        @CsvSource({"3, 2", "2, 1"})
        void refuseSharesOfMoreThanAll(long numerator, long denominator) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TO_ORDERS.crossEastWestGatewaysAtMost(Share.of(numerator, denominator)))
                    .withMessageStartingWith("the largest share through gateways must be at most 1 but was ");
        }
    }

    @Nested
    class Counterexamples {
        @Test
        void areOfTheGivenFailureWithTheFewestConditions() {
            InvariantAnswer answer = Invariant.calls()
                    .fromNamespace("web")
                    .areAnswered()
                    .under(TWO, ONE)
                    .check(sites().router());

            assertThat(answer.counterexample())
                    .hasValueSatisfying(each -> assertThat(each.conditions()).isEqualTo(ONE.conditions()));
        }

        @Test
        void areToldWithCallConditionsAndDecision() {
            Counterexample found = TO_ORDERS
                    .areNotAnswered()
                    .check(sites().router())
                    .counterexample()
                    .orElseThrow();

            assertThat(found.toText().lines().toList())
                    .startsWith(
                            "GET http://orders.shop.svc.cluster.local:8080/ from c1/web/front-1",
                            "  when nothing is broken",
                            "  share 1/4 is answered by c1/shop/orders-1")
                    .anyMatch(line -> line.startsWith("  | ") && line.contains("c1/shop/orders-1"));
            assertThat(found).hasToString(found.toText());
        }
    }

    @Nested
    class WhatIsNotCovered {
        @Test
        void namesFiveTargetsAndCountsTheOthers() {
            Gaps gaps = new Gaps();
            for (int i = 1; i <= 7; i++) {
                gaps.add("unclear", "s" + i);
            }
            gaps.add("clear", "s1");

            assertThat(gaps.lines()).containsExactly("s1, s2, s3, s4, s5 and 2 more: unclear", "s1: clear");
        }
    }
}
