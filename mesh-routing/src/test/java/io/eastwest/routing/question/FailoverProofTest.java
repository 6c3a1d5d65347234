package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.FailoverObstacle.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailoverProofTest {
    private static final String ALL = "{outlierDetection: {maxEjectionPercent: 100}}";

    private static TwoSites sites() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c1", "z2", 2)
                .pods("orders", "c2", "z1", 2);
    }

    private static FailoverProof proof(MeshRouter router, FailoverBoundary boundary) {
        return FailoverProof.of(router, TwoSites.orders("c1")).stream()
                .filter(proof -> proof.boundary() == boundary)
                .findFirst()
                .orElseThrow();
    }

    private static FailoverProof cluster(TwoSites sites) {
        return proof(sites.router(), FailoverBoundary.CLUSTER);
    }

    private static void assertNever(TwoSites sites, Kind kind) {
        FailoverProof proof = cluster(sites);

        assertThat(proof.verdict()).isEqualTo(FailoverVerdict.NEVER);
        assertThat(proof.witness()).isEmpty();
        assertThat(proof.obstacles()).extracting(FailoverObstacle::kind).containsExactly(kind);
    }

    @Nested
    class Fires {
        @Test
        void toTheNextZoneWhenOnePodOfTwoFails() {
            FailoverProof proof = proof(sites().policy(ALL).router(), FailoverBoundary.LOCALITY);

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.FIRES);
            assertThat(proof.failures()).hasValue(1);
            assertThat(proof.inside()).isEqualTo(2);
            assertThat(proof.to()).containsExactly(new PlaceShare("c1", "r1/z2", Share.of(3, 10)));
        }

        @Test
        void toTheOtherClusterWhenThreePodsOfFourFail() {
            FailoverProof proof = cluster(sites().policy(ALL));

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.FIRES);
            assertThat(proof.failures()).hasValue(3);
            assertThat(proof.minimal()).isTrue();
            assertThat(proof.to()).containsExactly(new PlaceShare("c2", "r2/z1", Share.of(3, 10)));
        }

        @Test
        void andItsWitnessShowsIt() {
            MeshRouter router = sites().policy(ALL).router();
            FailoverProof proof = proof(router, FailoverBoundary.NETWORK);

            Conditions witness = proof.witness().orElseThrow();

            assertThat(witness.all()).hasSize(3);
            assertThat(router.decide(TwoSites.orders("c1")).shareOfCluster("c2"))
                    .isEqualTo(Share.ZERO);
            assertThat(router.decide(TwoSites.orders("c1"), witness).shareOfCluster("c2"))
                    .isEqualTo(Share.of(3, 10));
        }

        @Test
        void completelyWhenAllFail() {
            assertThat(cluster(sites().policy(ALL)).allFailed().orElseThrow().toText())
                    .isEqualTo("c2 r2/z1 100%");
        }

        @ParameterizedTest(name = "of {0} pods {1} have to fail")
        @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "7, 3", "10, 3", "14, 5"})
        void fromTheNumberThatTheFactorOf140Gives(int pods, int failures) {
            TwoSites sites = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z1", pods)
                    .pods("orders", "c2", "z1", 1)
                    .policy(ALL);

            assertThat(cluster(sites).failures()).hasValue(failures);
        }
    }

    @Nested
    class Never {
        @Test
        void whereTooFewMayBeEjected() {
            FailoverProof proof = cluster(sites().policy("{outlierDetection: {}}"));

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.NEVER);
            assertThat(proof.obstacles())
                    .containsExactly(new FailoverObstacle(
                            Kind.EJECTION_CAP,
                            "3 of 5 endpoints would have to be ejected, but maxEjectionPercent 10 allows 0"));
        }

        @Test
        void inAMeshOfOneClusterOnly() {
            MeshRouter router = SmallMesh.of(
                            SmallMesh.service("shop/orders", 1, "http 8080"),
                            SmallMesh.pod("web/front", "10.1.0.1", "app: front"))
                    .router();

            for (FailoverProof proof : FailoverProof.of(router, TwoSites.orders("c1"))) {
                assertThat(proof.verdict()).isEqualTo(FailoverVerdict.NEVER);
                assertThat(proof.obstacles()).extracting(FailoverObstacle::kind).containsExactly(Kind.NOTHING_OUTSIDE);
            }
        }

        @Test
        void whereTheServiceHasNoPodOutside() {
            assertNever(TwoSites.twoNetworks().pods("orders", "c1", "z1", 2).policy(ALL), Kind.NO_ENDPOINT_OUTSIDE);
        }

        @Test
        void whereTheHostIsLocalToItsCluster() {
            assertNever(sites().policy(ALL).both("""
                            apiVersion: v1
                            kind: ConfigMap
                            metadata: {name: istio, namespace: istio-system}
                            data:
                              mesh: |
                                serviceSettings:
                                - {settings: {clusterLocal: true}, hosts: ["*.shop.svc.cluster.local"]}
                            """), Kind.CLUSTER_LOCAL);
        }

        @Test
        void whereTheSubsetSelectsNothingOutside() {
            TwoSites sites = sites().both(SmallMesh.istio(
                            "DestinationRule",
                            "shop/orders",
                            "{host: orders, subsets: [{name: v1, labels: {version: v1}}], trafficPolicy: " + ALL + "}"))
                    .both(SmallMesh.rules(
                            "shop/orders",
                            "{hosts: [orders], http: [{route: [{destination: {host: orders, subset: v1}}]}]}"));

            assertNever(sites, Kind.SUBSET_EMPTY);
        }

        @Test
        void whereTheOtherNetworkHasNoGateway() {
            assertNever(
                    TwoSites.twoNetworksWithoutGateways()
                            .pods("orders", "c1", "z1", 2)
                            .pods("orders", "c2", "z1", 2)
                            .policy(ALL),
                    Kind.NO_GATEWAY);
        }

        @Test
        void whereTheGatewayPassesMutualTlsOnly() {
            assertNever(
                    sites().policy("{tls: {mode: DISABLE}, outlierDetection: {maxEjectionPercent: 100}}"),
                    Kind.NO_MUTUAL_TLS);
        }

        @Test
        void whereDistributeLeavesTheOutsideOut() {
            assertNever(
                    sites().policy(
                                    "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 100}}]}},"
                                            + " outlierDetection: {maxEjectionPercent: 100}}"),
                    Kind.DISTRIBUTE);
        }

        @Test
        void whereNoPodOutsideIsReady() {
            TwoSites sites = TwoSites.twoNetworks()
                    .pods("orders", "c1", "z1", 2)
                    .policy(ALL)
                    .add("c2", """
                            apiVersion: v1
                            kind: Pod
                            metadata: {name: orders-9, namespace: shop, labels: {app: orders, security.istio.io/tlsMode: istio}}
                            spec: {serviceAccountName: orders, nodeName: c2-z1}
                            status: {phase: Running, podIP: 10.2.1.9, conditions: [{type: Ready, status: "False"}]}
                            """);

            assertNever(sites, Kind.NOT_READY);
        }
    }

    @Nested
    class Spread {
        @Test
        void withoutOutlierDetectionNothingIsHeldBack() {
            FailoverProof proof = cluster(sites());

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.SPREAD);
            assertThat(proof.failures()).isEmpty();
            assertThat(proof.obstacles())
                    .extracting(FailoverObstacle::kind)
                    .containsExactly(Kind.NO_OUTLIER_DETECTION, Kind.NO_OUTLIER_DETECTION);
        }

        @Test
        void withoutAPreferenceOneFailureMovesCalls() {
            FailoverProof proof = cluster(
                    sites().policy(
                                    "{loadBalancer: {localityLbSetting: {enabled: false}}, outlierDetection: {maxEjectionPercent: 100}}"));

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.SPREAD);
            assertThat(proof.failures()).hasValue(1);
            assertThat(proof.obstacles())
                    .extracting(FailoverObstacle::kind)
                    .containsExactly(Kind.LOCALITY_PREFERENCE_OFF);
        }

        @Test
        void weightsOfLocalitiesOrderNothing() {
            FailoverProof proof = cluster(sites().policy(
                            "{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 80, 'r2/*': 20}}]}},"
                                    + " outlierDetection: {maxEjectionPercent: 100}}"));

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.SPREAD);
            assertThat(proof.obstacles()).extracting(FailoverObstacle::kind).contains(Kind.DISTRIBUTE);
        }

        @ParameterizedTest(name = "of {0} pods {1} have to fail")
        @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "7, 3"})
        void aWeightedLocalityLosesCallsOnceTheFactorOf140IsUsedUp(int pods, int failures) {
            FailoverProof proof = cluster(TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", pods)
                    .pods("orders", "c2", "z1", 1)
                    .policy("{loadBalancer: {localityLbSetting: {distribute: [{from: 'r1/*', to: {'r1/*': 80, 'r2/*':"
                            + " 20}}]}}, outlierDetection: {maxEjectionPercent: 100}}"));

            assertThat(proof.verdict()).isEqualTo(FailoverVerdict.SPREAD);
            assertThat(proof.failures()).hasValue(failures);
            assertThat(proof.to()).extracting(PlaceShare::cluster).containsExactly("c2");
        }

        @Test
        void panicUsesAllAgain() {
            TwoSites sites = TwoSites.oneNetwork()
                    .pods("orders", "c1", "z1", 1)
                    .pods("orders", "c2", "z1", 1)
                    .policy("{loadBalancer: {localityLbSetting: {enabled: false}},"
                            + " outlierDetection: {maxEjectionPercent: 100, minHealthPercent: 60}}");

            FailoverProof proof = cluster(sites);

            assertThat(proof.failures()).isEmpty();
            assertThat(proof.obstacles())
                    .extracting(FailoverObstacle::kind)
                    .containsExactly(Kind.LOCALITY_PREFERENCE_OFF, Kind.PANIC);
        }
    }

    @Test
    void callsMayGoOutsideAnyway() {
        FailoverProof proof =
                cluster(TwoSites.twoNetworks().pods("orders", "c2", "z1", 2).policy(ALL));

        assertThat(proof.verdict()).isEqualTo(FailoverVerdict.OUTSIDE_ALREADY);
        assertThat(proof.inside()).isZero();
    }

    @Test
    void callsThatNoEnvoySendsHaveNone() {
        MeshRouter router = AmbientMesh.with().router();
        Call call = Call.get("http://app.foo/").from("web", "bar", "c1");

        assertThatThrownBy(() -> FailoverProof.of(router, call))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "failover is proved for proxies that balance over priorities; " + call + " is not sent by one");
    }

    @Test
    void theTextTellsWhatStandsInTheWay() {
        FailoverProof proof = cluster(sites().policy("{outlierDetection: {}}"));

        assertThat(proof.toText())
                .contains("leaving its CLUSTER: NEVER")
                .contains(proof.obstacles().get(0).toString());
        assertThat(proof.toText().lines().filter(line -> line.startsWith("  ")))
                .hasSizeGreaterThanOrEqualTo(proof.obstacles().size());
    }

    @Test
    void theTextTellsAll() {
        assertThat(cluster(sites().policy(ALL)).toText()).isEqualTo("""
                GET http://orders.shop:8080/ from c1/web/front by outbound|8080||orders.shop.svc.cluster.local, leaving its CLUSTER: FIRES from 3 of 4 failed on
                  when pod c1/shop/orders-1 is down, pod c1/shop/orders-3 is down, pod c1/shop/orders-4 is down: c1 r1/z1 70%, c2 r2/z1 30%
                  when all fail: c2 r2/z1 100%
                """);
    }
}
