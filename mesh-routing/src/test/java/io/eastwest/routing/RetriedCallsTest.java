package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.proxy.Outcome;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Without rules the draw is 1/4 for each of api-1, api-2 and the gateways of n2 and n3; the built-in policy has two retries. */
class RetriedCallsTest {

    private static String route(String retries) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: api, namespace: shop}
                spec:
                  hosts: [api.shop.svc.cluster.local]
                  http: [{route: [{destination: {host: api.shop.svc.cluster.local}}], retries: RETRIES}]
                """.replace("RETRIES", retries);
    }

    private static Decision decide(SidecarNetworks mesh, String conditions, String... headers) {
        CallDraft call = Call.get("http://api.shop/a");
        for (int i = 0; i < headers.length; i += 2) {
            call = call.header(headers[i], headers[i + 1]);
        }
        return mesh.router().decide(call.from("web", "shop", "c1"), Conditions.parse(conditions));
    }

    private static Share share(Decision decision, String owner) {
        return Share.sum(decision.endpoints().stream()
                .filter(target -> target.owner().equals(owner))
                .map(EndpointTarget::share)
                .toList());
    }

    private static Share power(long base, int exponent) {
        return Share.of(BigInteger.ONE, BigInteger.valueOf(base).pow(exponent));
    }

    private static void sumsToOne(Decision decision) {
        assertThat(Share.sum(decision.outcomes().stream().map(Outcome::share).toList()))
                .isEqualTo(Share.ONE);
        assertThat(Share.sum(decision.firstTry().outcomes().stream()
                        .map(Outcome::share)
                        .toList()))
                .isEqualTo(Share.ONE);
    }

    @Nested
    class ByTheBuiltInPolicy {
        @Test
        void aDeadEndpointCostsAlmostNothing() {
            Decision decision = decide(SidecarNetworks.mesh(), "pod c1/shop/api-1 down");

            // Each further try comes back only when six draws in a row hit it.
            assertThat(decision.share(Outcome.Kind.REFUSED)).isEqualTo(power(4, 13));
            assertThat(decision.firstTry().share(Outcome.Kind.REFUSED)).isEqualTo(Share.of(1, 4));
            assertThat(decision.firstTry().share("c1/shop/api-2")).isEqualTo(Share.of(1, 4));
            assertThat(share(decision, "c1/shop/api-2"))
                    .isGreaterThan(Share.of(33, 100))
                    .isLessThan(Share.of(1, 3));
            assertThat(decision.outcomes()).anyMatch(outcome -> outcome.flags().equals("UF,URX"));
            assertThat(decision.findings()).isEmpty();
            sumsToOne(decision);
        }

        @Test
        void whatIsRefusedByAllStaysRefused() {
            Decision decision =
                    decide(SidecarNetworks.mesh(), "workload c1/shop/api down; gateways n2 down; gateways n3 down");

            assertThat(decision.isRefused()).isTrue();
            assertThat(decision.outcomes()).allMatch(outcome -> outcome.flags().equals("UF,URX"));
            sumsToOne(decision);
        }

        @Test
        void connectionsToGatewaysAreTriedAgainWhicheverPodIsDown() {
            Decision decision = decide(SidecarNetworks.mesh(), "pod c2/istio-system/ew-a down");

            // 1/4 to the gateway, half of them fail; then only six draws in a row come back, of which half fail again.
            assertThat(decision.firstTry().share(Outcome.Kind.REFUSED)).isEqualTo(Share.of(1, 8));
            assertThat(decision.share(Outcome.Kind.REFUSED))
                    .isEqualTo(power(8, 3).times(power(4, 10)));
            sumsToOne(decision);
        }

        @Test
        void healthyCallsAreNotTouched() {
            Decision decision = decide(SidecarNetworks.mesh(), "healthy");

            assertThat(decision.isRetried()).isFalse();
            assertThat(decision.firstTry().endpoints()).isEqualTo(decision.endpoints());
        }

        @Test
        void explainingComesToTheSame() {
            MeshRouter router = SidecarNetworks.mesh().router();
            Call call = Call.get("http://api.shop/a").from("web", "shop", "c1");
            Conditions conditions = Conditions.parse("zone r/b down");

            assertThat(router.explain(call, conditions).decision()).isEqualTo(router.decide(call, conditions));
            assertThat(router.decide(call, conditions).toText()).contains("first try");
        }
    }

    @Nested
    class ByTheRoute {
        @Test
        void otherConditionsDoNotRepeatFailuresToConnect() {
            SidecarNetworks mesh =
                    SidecarNetworks.mesh().add("c1", route("{attempts: 3, retryOn: \"retriable-4xx,refused-stream\"}"));

            Decision decision = decide(mesh, "pod c1/shop/api-1 down");

            assertThat(decision.share(Outcome.Kind.REFUSED)).isEqualTo(Share.of(1, 4));
            assertThat(decision.outcomes()).anyMatch(outcome -> outcome.flags().equals("UF"));
        }

        @Test
        void hostsMayBeTriedAgainWhenTheyAreNotAvoided() {
            SidecarNetworks mesh = SidecarNetworks.mesh()
                    .add("c1", route("{attempts: 1, retryIgnorePreviousHosts: false, retryOn: 5xx}"));

            assertThat(decide(mesh, "pod c1/shop/api-1 down").share(Outcome.Kind.REFUSED))
                    .isEqualTo(Share.of(1, 16));
        }

        @Test
        void twoDestinationsMayBeOneCluster() {
            SidecarNetworks mesh = SidecarNetworks.mesh()
                    .add(
                            "c1",
                            route("{attempts: 2}")
                                    .replace(
                                            "route: [{destination: {host: api.shop.svc.cluster.local}}]",
                                            "route: [{destination: {host: api.shop.svc.cluster.local}, weight: 50},"
                                                    + " {destination: {host: api.shop.svc.cluster.local}, weight: 50}]"));

            Decision decision = decide(mesh, "pod c1/shop/api-1 down");

            assertThat(decision.share(Outcome.Kind.REFUSED)).isEqualTo(power(4, 13));
            sumsToOne(decision);
        }

        @Test
        void timeoutsThatMayCutRetriesShortAreTold() {
            SidecarNetworks mesh = SidecarNetworks.mesh().add("c1", route("{attempts: 1, perTryTimeout: 1s}"));

            assertThat(decide(mesh, "pod c1/shop/api-1 down").findings())
                    .containsExactly("tries that fail are taken to fail at once; those that fail slowly may use up the"
                            + " timeout of the route or of the try before a retry");
        }
    }

    /** Zone r/a, the caller's, is the first priority: api-1 and both gateways; r/b the second: api-2. Nothing may be ejected. */
    @Nested
    class ToRemoteLocalities {
        private static final String FAILOVER = "{outlierDetection: {maxEjectionPercent: 1}}";
        private static final String FIRST_PRIORITY = "pod c1/shop/api-1 down; gateways n2 down; gateways n3 down";

        @Test
        void theThirdTryLeavesThePriority() {
            SidecarNetworks mesh = SidecarNetworks.mesh()
                    .rule(FAILOVER)
                    .add("c1", route("{attempts: 2, retryRemoteLocalities: true}"));

            Decision decision = decide(mesh, FIRST_PRIORITY);

            assertThat(share(decision, "c1/shop/api-2")).isEqualTo(Share.ONE);
            assertThat(decision.firstTry().share(Outcome.Kind.REFUSED)).isEqualTo(Share.ONE);
            sumsToOne(decision);
        }

        @Test
        void oneRetryDoesNot() {
            SidecarNetworks mesh = SidecarNetworks.mesh()
                    .rule(FAILOVER)
                    .add("c1", route("{attempts: 1, retryRemoteLocalities: true}"));

            assertThat(decide(mesh, FIRST_PRIORITY).isRefused()).isTrue();
        }

        @Test
        void withoutItAllTriesStayInThePriority() {
            SidecarNetworks mesh = SidecarNetworks.mesh().rule(FAILOVER).add("c1", route("{attempts: 9}"));

            assertThat(decide(mesh, FIRST_PRIORITY).isRefused()).isTrue();
        }
    }

    @Nested
    class WithAConsistentHash {
        private static final String HASHES = "{loadBalancer: {consistentHash: {httpHeaderName: x-user}}}";

        @Test
        void theDefaultRouteWalksOnAroundTheRing() {
            for (String user : List.of("alice", "bob", "eve", "dan", "joe")) {
                Decision healthy = decide(SidecarNetworks.mesh().rule(HASHES), "healthy", "x-user", user);
                String owner = healthy.firstTry().endpoints().get(0).owner();
                Decision decision =
                        decide(SidecarNetworks.mesh().rule(HASHES), "pod c1/shop/api-1 down", "x-user", user);

                assertThat(decision.isForwarded()).isTrue();
                assertThat(decision.isRetried()).isEqualTo(owner.equals("c1/shop/api-1"));
            }
        }

        @Test
        void aRouteWithOneDestinationComesBackToTheSameHost() {
            SidecarNetworks mesh = SidecarNetworks.mesh().rule(HASHES).add("c1", route("{attempts: 2}"));

            Decision decision =
                    decide(mesh, "workload c1/shop/api down; gateways n2 down; gateways n3 down", "x-user", "bob");

            assertThat(decision.isRefused()).isTrue();
            assertThat(decision.outcomes()).hasSize(1);
        }

        @Test
        void withoutAHashEachTryIsByChance() {
            Decision decision = decide(SidecarNetworks.mesh().rule(HASHES), "pod c1/shop/api-1 down");

            assertThat(decision.isForwarded()).isTrue();
            assertThat(decision.firstTry().share(Outcome.Kind.REFUSED)).isGreaterThan(Share.ZERO);
            sumsToOne(decision);
        }
    }
}
