package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why calls do not leave a cluster, a network or a locality, in words that name what to change. */
class FailoverObstaclesTest {
    private static final String ALL = "{outlierDetection: {maxEjectionPercent: 100}}";

    private static TwoSites sites() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c2", "z1", 2)
                .policy(ALL);
    }

    private static List<String> obstacles(TwoSites sites, FailoverBoundary boundary) {
        return obstacles(sites.router(), TwoSites.orders("c1"), boundary);
    }

    private static List<String> obstacles(MeshRouter router, Call call, FailoverBoundary boundary) {
        return FailoverProof.of(router, call).stream()
                .filter(proof -> proof.boundary() == boundary)
                .flatMap(proof -> proof.obstacles().stream())
                .map(FailoverObstacle::toString)
                .toList();
    }

    @Nested
    class NothingUsable {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                CLUSTER  | NO_ENDPOINT_OUTSIDE: orders.shop.svc.cluster.local has no endpoint outside of this CLUSTER
                NETWORK  | NO_ENDPOINT_OUTSIDE: orders.shop.svc.cluster.local has no endpoint outside of this NETWORK
                LOCALITY | NO_ENDPOINT_OUTSIDE: orders.shop.svc.cluster.local has no endpoint outside of this LOCALITY
                """)
        void becauseTheServiceHasNone(FailoverBoundary boundary, String text) {
            assertThat(obstacles(
                            TwoSites.twoNetworks().pods("orders", "c1", "z1", 2).policy(ALL), boundary))
                    .containsExactly(text);
        }

        @ParameterizedTest
        @CsvSource({"CLUSTER", "NETWORK", "LOCALITY"})
        void becauseTheMeshHasNothing(FailoverBoundary boundary) {
            MeshRouter router = SmallMesh.of(
                            SmallMesh.service("shop/orders", 1, "http 8080"),
                            SmallMesh.pod("web/front", "10.1.0.1", "app: front"))
                    .router();

            assertThat(obstacles(router, TwoSites.orders("c1"), boundary))
                    .containsExactly("NOTHING_OUTSIDE: the mesh has nothing outside of this " + boundary);
        }

        @Test
        void becauseTheControlPlaneDoesNotReadTheOtherCluster() {
            assertThat(obstacles(
                            sites().clusters("{name: c1, network: n1, discovers: [c1]}, {name: c2, network: n2}"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NOT_DISCOVERED: the control plane of c1 does not read the endpoints of c2");
        }

        @Test
        void becauseTheHostIsLocal() {
            assertThat(obstacles(sites().both("""
                            apiVersion: v1
                            kind: ConfigMap
                            metadata: {name: istio, namespace: istio-system}
                            data:
                              mesh: |
                                serviceSettings:
                                - {settings: {clusterLocal: true}, hosts: ["*.shop.svc.cluster.local"]}
                            """), FailoverBoundary.CLUSTER))
                    .containsExactly("CLUSTER_LOCAL: orders.shop.svc.cluster.local is local to each cluster"
                            + " (serviceSettings of the mesh, or built in)");
        }

        @Test
        void becauseThePortHasAnotherName() {
            assertThat(obstacles(
                            TwoSites.oneNetwork()
                                    .add("c1", named("http"))
                                    .add("c2", named("http-other"))
                                    .pods("lists", "c1", "z1", 1)
                                    .pods("lists", "c2", "z1", 1)
                                    .router(),
                            Call.get("http://lists.shop:8080/").from("front", "web", "c1"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("PORT_NAME_DIFFERS: no port outside is called \"http\"");
        }

        private static String named(String port) {
            return """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: lists, namespace: shop}
                    spec: {clusterIP: 10.96.0.7, selector: {app: lists}, ports: [{name: PORT, port: 8080}]}
                    """.replace("PORT", port);
        }

        @Test
        void becauseTheServiceIsLocalToItsNode() {
            String local = named("http").replace("clusterIP:", "internalTrafficPolicy: Local, clusterIP:");

            assertThat(obstacles(
                            TwoSites.oneNetwork()
                                    .both(local)
                                    .pods("lists", "c1", "z1", 1)
                                    .pods("lists", "c2", "z1", 1)
                                    .router(),
                            Call.get("http://lists.shop:8080/").from("front", "web", "c1"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NODE_LOCAL: internalTrafficPolicy of the Service is Local");
        }

        @Test
        void becauseNoneIsReady() {
            assertThat(obstacles(
                            TwoSites.twoNetworks()
                                    .pods("orders", "c1", "z1", 2)
                                    .policy(ALL)
                                    .add("c2", pod("False", "security.istio.io/tlsMode: istio")),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NOT_READY: no endpoint of orders.shop.svc.cluster.local outside is ready");
        }

        private static String pod(String ready, String label) {
            return """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: orders-9, namespace: shop, labels: {app: orders, LABEL}}
                    spec: {serviceAccountName: orders, nodeName: c2-z1}
                    status: {phase: Running, podIP: 10.2.1.9, conditions: [{type: Ready, status: "READY"}]}
                    """.replace("LABEL", label).replace("READY", ready);
        }

        @Test
        void becauseThePodOutsideHasNoSidecar() {
            assertThat(obstacles(
                            TwoSites.twoNetworks()
                                    .pods("orders", "c1", "z1", 2)
                                    .policy(ALL)
                                    .add("c2", pod("True", "a: b")),
                            FailoverBoundary.CLUSTER))
                    .containsExactly(
                            "NO_MUTUAL_TLS: endpoints of other networks have no sidecar that takes mutual TLS");
        }

        @Test
        void becauseARuleTakesMutualTlsAway() {
            assertThat(obstacles(
                            TwoSites.twoNetworks()
                                    .pods("orders", "c1", "z1", 2)
                                    .pods("orders", "c2", "z1", 2)
                                    .policy("{tls: {mode: DISABLE}, outlierDetection: {maxEjectionPercent: 100}}"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NO_MUTUAL_TLS: a DestinationRule or PeerAuthentication takes mutual TLS away"
                            + " from endpoints of other networks, or no gateway is reached from here");
        }

        @Test
        void becauseTheSubsetSelectsNone() {
            TwoSites sites = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z1", 2)
                    .pods("orders", "c2", "z1", 2)
                    .both(SmallMesh.istio(
                            "DestinationRule",
                            "shop/orders",
                            "{host: orders, subsets: [{name: v1, labels: {version: v1}}], trafficPolicy: " + ALL + "}"))
                    .both(SmallMesh.rules(
                            "shop/orders",
                            "{hosts: [orders], http: [{route: [{destination: {host: orders, subset: v1}}]}]}"));

            assertThat(obstacles(sites, FailoverBoundary.CLUSTER))
                    .containsExactly("SUBSET_EMPTY: subset v1 selects no endpoint outside");
        }

        @Test
        void becauseTheOtherNetworkHasNoGateway() {
            assertThat(obstacles(
                            TwoSites.twoNetworksWithoutGateways()
                                    .pods("orders", "c1", "z1", 2)
                                    .pods("orders", "c2", "z1", 2)
                                    .policy(ALL),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NO_GATEWAY: endpoints of other networks are sent with their own addresses,"
                            + " because these networks have no gateway");
        }

        @Test
        void becauseDistributeGivesNothing() {
            assertThat(obstacles(
                            TwoSites.oneNetwork()
                                    .pods("orders", "c1", "z1", 2)
                                    .pods("orders", "c2", "z1", 2)
                                    .policy(
                                            "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*':"
                                                    + " 100}}]}}, outlierDetection: {maxEjectionPercent: 100}}"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("DISTRIBUTE: distribute gives the localities outside nothing");
        }
    }

    @Nested
    class Spread {
        private TwoSites sites(String policy) {
            return TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", 1)
                    .pods("orders", "c2", "z1", 1)
                    .policy(policy);
        }

        @Test
        void withoutOutlierDetection() {
            assertThat(obstacles(sites("{}"), FailoverBoundary.CLUSTER))
                    .containsExactly(
                            "NO_OUTLIER_DETECTION: no priorities are assigned without it",
                            "NO_OUTLIER_DETECTION: endpoints that fail are not ejected; pods that are not ready are left"
                                    + " out");
        }

        @Test
        void byWeightsOfLocalities() {
            assertThat(obstacles(
                            sites("{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 80,"
                                    + " 'r2/*': 20}}]}}, outlierDetection: {maxEjectionPercent: 100}}"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("DISTRIBUTE: localities are weighted, not ordered");
        }

        @Test
        void whereThePreferenceIsOff() {
            assertThat(obstacles(
                            sites("{loadBalancer: {localityLbSetting: {enabled: false}}, outlierDetection:"
                                    + " {maxEjectionPercent: 100}}"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly(
                            "LOCALITY_PREFERENCE_OFF: localityLbSetting is disabled or orders by nothing that differs");
        }

        @Test
        void whereInsideAndOutsideAreEquallyNear() {
            String same = """
                    apiVersion: v1
                    kind: Node
                    metadata:
                      name: c2-z1
                      labels: {topology.kubernetes.io/region: r1, topology.kubernetes.io/zone: z1}
                    """;
            TwoSites near = TwoSites.oneNetwork()
                    .add("c2", same.replace("c2-z1", "c2-near"))
                    .pods("orders", "c1", "z1", 1)
                    .pods("orders", "c2", "near", 1)
                    .policy(ALL);

            assertThat(obstacles(near, FailoverBoundary.CLUSTER))
                    .containsExactly("EQUALLY_NEAR: all endpoints have locality r1/z1");
            assertThat(obstacles(near.pods("orders", "c2", "z2", 1), FailoverBoundary.CLUSTER))
                    .containsExactly("EQUALLY_NEAR: the best priority has endpoints inside and outside");
        }

        @Test
        void whereTheCallerHasNoLocality() {
            String nowhere = """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: lost-1, namespace: web, labels: {app: lost, security.istio.io/tlsMode: istio}}
                    spec: {serviceAccountName: lost}
                    status: {phase: Running, podIP: 10.1.0.8}
                    """;
            MeshRouter router = sites(ALL).add("c1", nowhere).router();

            assertThat(obstacles(
                            router,
                            Call.get("http://orders.shop:8080/").from("lost", "web", "c1"),
                            FailoverBoundary.CLUSTER))
                    .containsExactly("NO_LOCALITY: c1/web/lost-1 has no locality");
        }
    }

    @Nested
    class NeverMoves {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                50  | EJECTION_CAP: 3 of 5 endpoints would have to be ejected, but maxEjectionPercent 50 allows 2
                10  | EJECTION_CAP: 3 of 5 endpoints would have to be ejected, but maxEjectionPercent 10 allows 0
                """)
        void becauseTooFewMayBeEjected(int percent, String text) {
            TwoSites sites = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z1", 2)
                    .pods("orders", "c1", "z2", 2)
                    .pods("orders", "c2", "z1", 2)
                    .policy("{outlierDetection: {maxEjectionPercent: " + percent + "}}");

            assertThat(obstacles(sites, FailoverBoundary.CLUSTER)).containsExactly(text);
        }

        @Test
        void becauseAllAreUsedAgain() {
            assertThat(obstacles(
                            TwoSites.oneNetwork()
                                    .pods("orders", "c1", "z1", 1)
                                    .pods("orders", "c2", "z1", 1)
                                    .policy("{loadBalancer: {localityLbSetting: {enabled: false}},"
                                            + " outlierDetection: {maxEjectionPercent: 100, minHealthPercent: 60}}"),
                            FailoverBoundary.CLUSTER))
                    .endsWith("PANIC: below 60% of healthy endpoints all are used again (minHealthPercent)");
        }
    }
}
