package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.balancing.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformEntryTest {
    private static final String SITES = """
            ltm:
            - {name: site-a, region: north, members: [{cluster: a}]}
            - {name: site-b, region: south, members: [{cluster: b}]}
            """;

    private static String gslb(String settings) {
        return "gslb:\n- {host: shop.example.com, " + settings + "}\n" + SITES;
    }

    private static PlatformRouter router(String platform) {
        return TwoClusterShop.with(platform)
                .add("a", TwoClusterShop.route("shop.example.com"))
                .add("b", TwoClusterShop.route("shop.example.com"))
                .router();
    }

    private static EntryResult ask(PlatformRouter router, PlatformOutage outage) {
        return router.withoutMesh(TwoClusterShop.REQUEST, TwoClusterShop.CALLS, outage);
    }

    private static EntryResult ask(String platform) {
        return ask(router(platform), PlatformOutage.builder().build());
    }

    @Nested
    class GlobalDnsChooses {
        @Test
        void allSitesAlike() {
            assertThat(ask(gslb("pool: [{ltm: site-a}, {ltm: site-b}]")).landingIn("a"))
                    .isEqualTo(Share.of(1, 2));
        }

        @Test
        void byRatio() {
            EntryResult result = ask(gslb("method: RATIO, pool: [{ltm: site-a, ratio: 3}, {ltm: site-b}]"));

            assertThat(result.landingIn("a")).isEqualTo(Share.of(3, 4));
        }

        @Test
        void theFirstThatIsUp() {
            String standby = gslb("method: ACTIVE_STANDBY, probe: {level: H1},"
                    + " pool: [{ltm: site-a, priority: 1}, {ltm: site-b, priority: 2}]");

            assertThat(ask(standby).landingIn("a")).isEqualTo(Share.ONE);
            assertThat(ask(router(standby), PlatformOutage.of(Conditions.clusterDown("a")))
                            .landingIn("b"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void theRegionOfTheClientElseAll() {
            PlatformRouter router = router(gslb("method: TOPOLOGY, pool: [{ltm: site-a}, {ltm: site-b}]"));

            for (String region : List.of("south", "east")) {
                EntryResult result = router.withoutMesh(
                        new PlatformRequest("shop.example.com", "/", region),
                        TwoClusterShop.CALLS,
                        PlatformOutage.builder().build());
                assertThat(result.landingIn("b")).isEqualTo(region.equals("south") ? Share.ONE : Share.of(1, 2));
            }
        }

        @Test
        void nothingForANameThatItDoesNotKnow() {
            EntryResult result = router(gslb("pool: [{ltm: site-a}]"))
                    .withoutMesh(
                            PlatformRequest.to("other.example.com"),
                            TwoClusterShop.CALLS,
                            PlatformOutage.builder().build());

            assertThat(result).hasToString("served 0, lost 1 NO_ADDRESS: global DNS does not know other.example.com");
        }
    }

    @ParameterizedTest(name = "a probe of level {0} notices: {1}")
    @CsvSource({"H0,false,false,false", "H1,true,false,false", "H2,true,true,false", "H3,true,true,true"})
    void deeperProbesNoticeMore(String level, boolean process, boolean entry, boolean backend) {
        PlatformRouter router = TwoClusterShop.probing(level, "RETURN_ALL").router();
        PlatformOutage routers = PlatformOutage.builder().addRoutersDown("a").build();

        assertThat(ask(router, routers).lost().isZero()).isEqualTo(process);
        assertThat(ask(router, PlatformOutage.of(Conditions.workloadDown("a", "shop", "front")))
                        .lost()
                        .isZero())
                .isEqualTo(entry);
        assertThat(ask(router, PlatformOutage.of(Conditions.workloadDown("a", "shop", "back")))
                        .lost()
                        .isZero())
                .isEqualTo(backend);
    }

    @Test
    void aSiteThatIsDownIsLostUntilItIsNoticed() {
        PlatformRouter router = TwoClusterShop.probing("H0", "RETURN_ALL").router();
        PlatformOutage down = PlatformOutage.builder().addSitesDown("site-a").build();

        assertThat(ask(router, down).lost()).isEqualTo(Share.ZERO);
        assertThat(ask(router, down.toBuilder().detected(false).build()).losses())
                .extracting(EntryLoss::cause)
                .containsExactly(EntryLoss.Cause.SITE_DOWN);
    }

    @Test
    void oneSiteBalancesOverTheRoutersOfItsClusters() {
        String platform = """
                gslb:
                - {host: shop.example.com, pool: [{ltm: both}]}
                ltm:
                - {name: both, probe: {level: H2}, members: [{cluster: a, ratio: 3}, {cluster: b}]}
                """;
        PlatformOutage outage = PlatformOutage.of(Conditions.workloadDown("a", "shop", "front"));

        assertThat(ask(platform).landingIn("a")).isEqualTo(Share.of(3, 4));
        assertThat(ask(router(platform), outage).landingIn("b")).isEqualTo(Share.ONE);
        assertThat(ask(router(platform), outage.toBuilder().addRoutersDown("b").build())
                        .losses())
                .extracting(EntryLoss::cause)
                .containsExactly(EntryLoss.Cause.NO_ROUTER);
    }

    @Nested
    class Routes {
        private static final String ONE = "gslb:\n- {host: shop.example.com, pool: [{ltm: site-a}]}\n" + SITES;

        private EntryResult with(String... routes) {
            return ask(
                    TwoClusterShop.with(ONE).add("a", routes).router(),
                    PlatformOutage.builder().build());
        }

        @Test
        void areFoundByHost() {
            assertThat(with(TwoClusterShop.route("other.example.com")).losses())
                    .containsExactly(new EntryLoss(
                            EntryLoss.Cause.NO_ROUTE, "a", "no Route takes shop.example.com/", Share.ONE));
        }

        @Test
        void ofAWildcardTakeNamesOfTheirDomain() {
            assertThat(with(TwoClusterShop.route(
                                    "front",
                                    "{host: any.example.com, wildcardPolicy: Subdomain, to: {kind: Service, name: front}}"))
                            .served())
                    .isEqualTo(Share.ONE);
        }

        @Test
        void thatARouterRefusedDoNotCount() {
            String refused = TwoClusterShop.route("shop.example.com")
                    + "status: {ingress: [{conditions: [{type: Admitted, status: 'False', reason: HostAlreadyClaimed}]}]}\n";

            assertThat(with(refused).lost()).isEqualTo(Share.ONE);
        }

        @Test
        void splitByWeightAmongServicesWithPods() {
            EntryResult result = with(
                    TwoClusterShop.route(
                            "front",
                            "{host: shop.example.com, to: {kind: Service, name: front, weight: 1}, alternateBackends:"
                                    + " [{kind: Service, name: back, weight: 3}, {kind: Service, name: nobody, weight: 200}]}"));

            assertThat(result.served()).isEqualTo(Share.ONE);
        }

        @Test
        void withoutWeightAnswer503() {
            assertThat(with(TwoClusterShop.route(
                                    "front", "{host: shop.example.com, to: {kind: Service, name: front, weight: 0}}"))
                            .losses())
                    .extracting(EntryLoss::cause)
                    .containsExactly(EntryLoss.Cause.NO_ENDPOINT);
        }

        @Test
        void areAskedByAnotherHostWhereTheLoadBalancerRewrites() {
            String platform = """
                    gslb:
                    - {host: shop.example.com, pool: [{ltm: site}]}
                    ltm:
                    - {name: site, mode: REWRITE, members: [{cluster: a, host: shop-a.example.com}, {cluster: b, host: shop-b.example.com}]}
                    """;
            PlatformRouter router = TwoClusterShop.with(platform)
                    .add("a", TwoClusterShop.route("shop-a.example.com"))
                    .add("b", TwoClusterShop.route("shop.example.com"))
                    .router();

            EntryResult result = ask(router, PlatformOutage.builder().build());

            assertThat(result.served()).isEqualTo(Share.of(1, 2));
            assertThat(result.losses()).extracting(EntryLoss::cluster).containsExactly("b");
        }
    }

    @Test
    void aBackendWithAGlobalNameOfItsOwnIsRedundantAtThePriceOfARoute() {
        AppGraph byName = AppGraph.empty()
                .calls("shop/front", AppCall.to("shop/back", 8080).via("back.example.com"));
        String platform = """
                gslb:
                - {host: shop.example.com, probe: {level: H2}, pool: [{ltm: site-a}, {ltm: site-b}]}
                - {host: back.example.com, probe: {level: H2}, pool: [{ltm: site-a}, {ltm: site-b}]}
                """ + SITES;
        TwoClusterShop shop = TwoClusterShop.with(platform);
        for (String cluster : List.of("a", "b")) {
            shop.add(cluster, TwoClusterShop.route("shop.example.com"));
            shop.add(
                    cluster, TwoClusterShop.route("back", "{host: back.example.com, to: {kind: Service, name: back}}"));
        }
        PlatformOutage outage = PlatformOutage.of(Conditions.workloadDown("a", "shop", "back"));

        assertThat(shop.router()
                        .withoutMesh(TwoClusterShop.REQUEST, byName, outage)
                        .served())
                .isEqualTo(Share.ONE);
    }

    @Test
    void theTimeToFailOverIsTheSlowestDetectionAndTheAnswerOfDns() {
        PlatformRouter router = router("""
                gslb:
                - host: shop.example.com
                  ttl: 60s
                  probe: {level: H2, interval: 30s, timeout: 120s, failThreshold: 1}
                  pool: [{ltm: site}]
                ltm:
                - {name: site, probe: {level: H1, interval: 5s, timeout: 16s, failThreshold: 3}, members: [{cluster: a}]}
                """);

        FailoverTime time = router.failoverTime("shop.example.com").orElseThrow();

        assertThat(time.site()).isEqualTo(Duration.ofSeconds(31));
        assertThat(time.global()).isEqualTo(Duration.ofSeconds(150));
        assertThat(time.total()).isEqualTo(Duration.ofSeconds(210));
        assertThat(router.failoverTime("other.example.com")).isEmpty();
    }

    @Test
    void applicationsThatCallInACircleAreRefused() {
        AppGraph graph = AppGraph.empty().calls("shop/a", AppCall.to("shop/b", 80));

        assertThatThrownBy(() -> graph.calls("shop/b", AppCall.to("shop/a", 80)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "applications must not call each other in a circle: shop/a -> shop/b -> shop/a");
    }
}
