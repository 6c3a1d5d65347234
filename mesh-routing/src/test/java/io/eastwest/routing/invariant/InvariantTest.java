package io.eastwest.routing.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.TwoSites;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvariantTest {
    private static final String EJECTING = "{outlierDetection: {maxEjectionPercent: 100}}";

    private static TwoSites sites() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c2", "z1", 2)
                .pods("stock", "c1", "z1", 2);
    }

    private static InvariantAnswer check(Invariant invariant, TwoSites sites) {
        return invariant.check(sites.router());
    }

    @Nested
    class Places {
        private final CallScope toOrders =
                Invariant.calls().fromCluster("c1").fromNamespace("web").toService("orders.shop");

        @Test
        void callsThatStayWhenNothingIsBrokenMayLeaveUnderAFailure() {
            Invariant stay = toOrders.stayInRegion("r1");

            assertThat(check(stay, sites().policy(EJECTING)).holds()).isTrue();
            InvariantAnswer broken = check(stay.underSingleFailures(Kind.ZONE, Kind.POD), sites().policy(EJECTING));
            assertThat(broken.counterexample()).hasValueSatisfying(each -> {
                assertThat(each.conditions()).isEqualTo(Conditions.podDown("c1/shop/orders-1"));
                assertThat(each.why()).contains("c2/istio-system/ew-1 in region r2");
                assertThat(each.decision()).isPresent();
            });
        }

        @Test
        void ofFailuresTheSmallestKindIsTold() {
            Invariant stay = toOrders.stayInRegion("r1").underSingleFailures(Kind.REGION, Kind.ZONE);
            TwoSites sites = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z2", 2)
                    .pods("orders", "c2", "z1", 2)
                    .policy(EJECTING);

            assertThat(check(stay, sites).counterexample())
                    .hasValueSatisfying(
                            each -> assertThat(each.conditions()).isEqualTo(Conditions.localityDown("r1/z2")));
        }

        @Test
        void endpointsThatAreChosenForCallsWhichNobodyAnswersCount() {
            String deny = SmallMesh.istio("AuthorizationPolicy", "shop/nobody", "{}")
                    .replace("networking.istio.io", "security.istio.io");
            TwoSites sites = TwoSites.oneNetwork().pods("orders", "c2", "z1", 1).both(deny);

            assertThat(check(toOrders.stayInCluster("c1"), sites).counterexample())
                    .hasValueSatisfying(each ->
                            assertThat(each.why()).isEqualTo("share 1 is sent to c2/shop/orders-1 in cluster c2"));
        }

        @Test
        void endpointsBehindAGatewayThatIsDownCountWhereTheyAre() {
            TwoSites sites = TwoSites.twoNetworks().pods("orders", "c2", "z1", 1);
            MeshRouter router = sites.router();
            Invariant stay = toOrders.satisfy("may go", decision -> true)
                    .under(MeshFailure.given("n2", Conditions.gatewaysDown("n2")));

            assertThat(stay.check(router).holds()).isTrue();
            var down = router.decide(
                    Call.get("http://orders.shop:8080/").from("front", "web", "c1"), Conditions.gatewaysDown("n2"));
            assertThat(new StayRule(StayRule.Part.REGION, "r1").breach(down.call(), down, new MeshPlaces(router)))
                    .contains("share 1 is sent to 203.0.113.2:15443 in region r2");
            assertThat(new StayRule(StayRule.Part.NETWORK, "n1").breach(down.call(), down, new MeshPlaces(router)))
                    .contains("share 1 is sent to 203.0.113.2:15443 in network n2");
        }

        @Test
        void networksAndClustersArePlacesToo() {
            assertThat(check(toOrders.stayInNetwork("n1"), sites().policy(EJECTING))
                            .holds())
                    .isTrue();
            assertThat(check(toOrders.stayInNetwork("n2"), sites().policy(EJECTING))
                            .holds())
                    .isFalse();
            assertThat(check(toOrders.stayInCluster("c1"), sites()).holds()).isFalse();
        }
    }

    @Nested
    class Answers {
        private final Invariant answered = Invariant.calls()
                .fromWorkload("web", "front")
                .toService("orders.shop")
                .areAnswered()
                .underSingleFailures(Kind.CLUSTER);

        @Test
        void callersThatAreDownThemselvesDoNotCall() {
            InvariantAnswer answer = check(answered, sites().policy(EJECTING));

            assertThat(answer.holds()).isTrue();
            assertThat(answer.isComplete()).isTrue();
            assertThat(answer.callers()).isEqualTo(2);
            assertThat(answer.failures()).isEqualTo(2);
        }

        @Test
        void withoutEjectionCallsAreLost() {
            TwoSites sites = TwoSites.oneNetwork().pods("orders", "c1", "z1", 2).pods("orders", "c2", "z1", 2);

            InvariantAnswer answer = check(answered, sites);

            assertThat(answer.counterexample()).hasValueSatisfying(each -> {
                assertThat(each.call().caller().cluster()).isEqualTo("c2");
                assertThat(each.conditions()).isEqualTo(Conditions.clusterDown("c1"));
                assertThat(each.why())
                        .startsWith("share ")
                        .contains("is not answered: 503 UF,URX UPSTREAM_CONNECT_FAILED");
            });
        }

        @Test
        void anUnknownHostIsNotAnswered() {
            TwoSites sites = TwoSites.oneNetwork()
                    .add(
                            "c1",
                            SmallMesh.istio(
                                    "ServiceEntry",
                                    "shop/late",
                                    "{hosts: [late.example], addresses: [240.9.9.9], location: MESH_INTERNAL,"
                                            + " resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}],"
                                            + " endpoints: [{address: 10.0.0.9}]}"));

            InvariantAnswer answer = check(
                    Invariant.calls()
                            .fromWorkload("web", "front")
                            .toService("late.example")
                            .areAnswered(),
                    sites);

            assertThat(answer.counterexample())
                    .hasValueSatisfying(each -> assertThat(each.decision()).isEmpty());
            assertThat(answer.toText()).contains("the DNS of cluster c2 does not know late.example");
        }

        @Test
        void aNameThatOnlyAnotherClusterKnowsIsUncertain() {
            TwoSites sites = TwoSites.oneNetwork().add("c1", SmallMesh.service("shop/late", 9, "http 80"));

            InvariantAnswer answer = check(
                    Invariant.calls()
                            .fromWorkload("web", "front")
                            .toService("late.shop")
                            .areAnswered(),
                    sites);

            assertThat(answer.holds()).isTrue();
            assertThat(answer.notCovered()).singleElement().asString().contains("NAME_OF_ANOTHER_CLUSTER");
        }

        @Test
        void aLeastShareMayDo() {
            TwoSites sites = TwoSites.oneNetwork().pods("orders", "c1", "z1", 2).pods("orders", "c2", "z1", 2);
            CallScope toOrders = Invariant.calls().fromWorkload("web", "front").toService("orders.shop");
            Invariant half = toOrders.areAnsweredAtLeast(Share.of(1, 2)).underSingleFailures(Kind.POD);

            assertThat(check(half, sites).holds()).isTrue();
            assertThat(check(toOrders.areAnswered().underSingleFailures(Kind.POD), sites)
                            .holds())
                    .isFalse();
        }
    }

    @Nested
    class Secrecy {
        private static final String DENY = SmallMesh.istio("AuthorizationPolicy", "shop/no-web", """
                {selector: {matchLabels: {app: stock}}, action: DENY,
                 rules: [{from: [{source: {namespaces: [web]}}], to: [{operation: {paths: ['/stock/*']}}]}]}
                """)
                .replace("networking.istio.io", "security.istio.io");

        @Test
        void aClassOfPathsThatAPolicyLeavesOpenIsFound() {
            Invariant closed = Invariant.calls().fromNamespace("web").neverReachService("stock.shop");

            InvariantAnswer answer = check(closed, sites().both(DENY));

            assertThat(answer.counterexample())
                    .hasValueSatisfying(each -> assertThat(
                                    each.call().request().orElseThrow().path())
                            .isEqualTo("/"));
        }

        @Test
        void aPolicyForAllPathsCloses() {
            Invariant closed = Invariant.calls().fromNamespace("web").neverReachService("stock.shop");

            InvariantAnswer answer =
                    check(closed.underAnySingleFailure(), sites().both(DENY.replace("'/stock/*'", "'*'")));

            assertThat(answer.toText())
                    .startsWith("HOLDS: calls from namespace web never reach service stock.shop,"
                            + " also under any single failure");
        }

        @Test
        void callsToTheServiceAreNotTheOnlyWayToItsPods() {
            String rule = SmallMesh.rules(
                    "shop/orders",
                    "{hosts: [orders], http: [{match: [{uri: {prefix: /left}}, {headers: {x-left: {exact: 'yes'}}}],"
                            + " route: [{destination: {host: stock}}]}, {route: [{destination: {host: orders}}]}]}");
            Invariant closed = Invariant.calls()
                    .fromNamespace("web")
                    .toService("orders.shop")
                    .neverReachService("stock.shop");

            assertThat(check(closed, sites()).holds()).isTrue();
            assertThat(check(closed, sites().both(rule)).counterexample())
                    .hasValueSatisfying(
                            each -> assertThat(each.toText()).contains("\n  with header x-left: yes\n  when nothing"));
            assertThat(check(closed.underSingleFailures(Kind.POD), sites().both(rule.replace("/left", "/")))
                            .holds())
                    .isFalse();
        }

        @Test
        void plaintextIsFoundOnAnyHop() {
            CallScope toStock =
                    Invariant.calls().fromCluster("c1").fromNamespace("web").toService("stock.shop");

            assertThat(check(toStock.areMutualTlsOnAllHops().underAnySingleFailure(), sites())
                            .holds())
                    .isTrue();
            String plain = SmallMesh.istio(
                    "DestinationRule", "shop/stock", "{host: stock, trafficPolicy: {tls: {mode: DISABLE}}}");
            assertThat(check(toStock.areMutualTlsOnAllHops(), sites().both(plain))
                            .counterexample())
                    .hasValueSatisfying(each -> assertThat(each.why())
                            .isEqualTo("share 1/2 goes from c1/web/front-1 to c1/shop/stock-1 by plaintext"));
        }

        @Test
        void callsAcrossAGatewayAreMutualTlsWhereTheirEndIs() {
            TwoSites far = TwoSites.twoNetworks().pods("orders", "c2", "z1", 1);
            CallScope toOrders = Invariant.calls().fromCluster("c1").toService("orders.shop");

            assertThat(check(toOrders.areMutualTlsOnAllHops(), far).holds()).isTrue();
        }
    }

    @Nested
    class Gateways {
        private final CallScope toOrders =
                Invariant.calls().fromCluster("c1").fromNamespace("web").toService("orders.shop");

        @Test
        void theShareThatCrossesIsExact() {
            TwoSites evenly = sites();

            assertThat(check(toOrders.crossEastWestGatewaysAtMost(Share.of(1, 2)), evenly)
                            .holds())
                    .isTrue();
            assertThat(check(toOrders.crossEastWestGatewaysAtMost(Share.of(49, 100)), evenly)
                            .counterexample())
                    .hasValueSatisfying(
                            each -> assertThat(each.why()).isEqualTo("share 1/2 crosses an east-west gateway"));
        }
    }

    @Nested
    class WhatIsAsked {
        @Test
        void ofGivenConditionsThoseThatDoNotMatterAreLeftOut() {
            Conditions many = Conditions.podDown("c2/shop/orders-1")
                    .and(Conditions.podDown("c1/shop/stock-1"))
                    .and(Conditions.podDown("c1/shop/stock-2"))
                    .and(Conditions.podDown("c1/shop/orders-1"));
            Invariant invariant = Invariant.calls()
                    .fromCluster("c1")
                    .fromNamespace("web")
                    .toService("stock.shop")
                    .areAnsweredAtLeast(Share.of(1, 10))
                    .under(MeshFailure.given("many", many));

            assertThat(check(invariant, sites()).counterexample())
                    .hasValueSatisfying(each -> assertThat(each.conditions())
                            .isEqualTo(
                                    Conditions.podDown("c1/shop/stock-1").and(Conditions.podDown("c1/shop/stock-2"))));
        }

        @Test
        void aScopeThatMeansNothingIsRefused() {
            MeshRouter router = sites().router();

            assertThatThrownBy(() ->
                            Invariant.calls().fromNamespace("wob").areAnswered().check(router))
                    .hasMessageStartingWith("nobody in the mesh makes calls from namespace wob; callers are [");
            assertThatThrownBy(() -> Invariant.calls()
                            .toService("order.shop")
                            .areAnswered()
                            .check(router))
                    .hasMessage("nothing in the mesh is the target of calls to service order.shop;"
                            + " targets are [orders.shop:8080, stock.shop:8080]");
            assertThatThrownBy(() ->
                            Invariant.calls().neverReachService("order.shop").check(router))
                    .hasMessage("the mesh has no service \"order.shop\"");
        }

        @Test
        void theBoundIsSaid() {
            InvariantAnswer answer =
                    check(Invariant.calls().areMutualTlsOnAllHops().withAtMost(1), sites());

            assertThat(answer.holds()).isTrue();
            assertThat(answer.isComplete()).isFalse();
            assertThat(answer.toText())
                    .startsWith("HOLDS AS FAR AS ASKED: calls are mutual TLS on all hops\n")
                    .contains(
                            "not covered: 9 of 10 pairs of caller and target, as the bound of 1 decisions was reached");
        }

        @Test
        void whatPoliciesAndRulesLookAtBesideIsSaid() {
            String token = SmallMesh.istio(
                            "AuthorizationPolicy",
                            "shop/tokens",
                            "{action: DENY, rules: [{when: [{key: 'request.auth.claims[iss]', values: [x]}]}]}")
                    .replace("networking.istio.io", "security.istio.io");
            String mirror = SmallMesh.rules(
                    "shop/orders",
                    "{hosts: [orders], http: [{match: [{uri: {regex: '(?i)/x'}}], route: [{destination: {host: stock}}]},"
                            + " {route: [{destination: {host: orders}}], mirror: {host: stock}}]}");

            InvariantAnswer answer = check(
                    Invariant.calls()
                            .fromNamespace("web")
                            .toService("orders.shop")
                            .areMutualTlsOnAllHops(),
                    sites().both(token).both(mirror));

            assertThat(answer.notCovered())
                    .containsExactlyInAnyOrder(
                            "orders.shop:8080: an expression is not understood exactly, or conditions combine in more than"
                                    + " 10000 ways",
                            "orders.shop:8080: policies look at request.auth.claims[iss], in which the calls do not differ",
                            "orders.shop:8080: no call was found that takes rule of VirtualService/shop/orders"
                                    + " spec.http[0].match[0]",
                            "orders.shop:8080: copies that are mirrored are not followed");
        }

        @Test
        void aServiceThatNoCallCanNameIsSaid() {
            String odd = SmallMesh.istio(
                    "ServiceEntry",
                    "shop/odd",
                    "{hosts: [under_score.example], addresses: [240.9.9.9], location: MESH_INTERNAL, resolution: STATIC,"
                            + " ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [{address: 10.0.0.9}]}");

            assertThat(check(Invariant.calls().areAnsweredAtLeast(Share.of(1, 9)), sites().both(odd))
                            .notCovered())
                    .anySatisfy(line -> assertThat(line).startsWith("calls to under_score.example: "));
        }

        @Test
        void oneOfEachKindOfCallerIsAsked() {
            assertThat(check(Invariant.calls().fromNamespace("shop").areMutualTlsOnAllHops(), sites())
                            .callers())
                    .isEqualTo(3);
        }
    }
}
