package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.question.MatrixCell.Change;
import io.eastwest.routing.question.MeshFailure.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailureMatrixTest {
    private static final String EJECTING = "{outlierDetection: {maxEjectionPercent: 100}}";

    private static final CallTarget ORDERS = new CallTarget("orders", Call.get("http://orders.shop:8080/"));

    private static TwoSites sites() {
        return TwoSites.twoNetworks()
                .pods("orders", "c1", "z1", 2)
                .pods("orders", "c1", "z2", 2)
                .pods("orders", "c2", "z1", 2);
    }

    private static MatrixAxes axes(MeshFailure... failures) {
        return MatrixAxes.builder()
                .addTarget(ORDERS)
                .addCaller(new Caller("front", "web", "c1"))
                .addFailures(failures)
                .build();
    }

    private static MatrixCell cell(MeshRouter router, Conditions conditions) {
        return FailureMatrix.of(router, axes(MeshFailure.given("it", conditions)))
                .rows()
                .get(0)
                .cells()
                .get(0);
    }

    @Nested
    class Cells {
        private final MeshRouter router = sites().policy(EJECTING).router();

        @Test
        void aFailureElsewhereChangesNothing() {
            MatrixCell cell = cell(router, Conditions.podDown("c2/shop/orders-1"));

            assertThat(cell.change()).isEqualTo(Change.SAME);
            assertThat(cell.result().answered()).containsExactly(new PlaceShare("c1", "r1/z1", Share.ONE));
        }

        @Test
        void aZoneThatIsLostMovesTheCallsToTheNextOne() {
            MatrixCell cell =
                    cell(router, Conditions.podDown("c1/shop/orders-1").and(Conditions.podDown("c1/shop/orders-2")));

            assertThat(cell.change()).isEqualTo(Change.MOVED);
            assertThat(cell.result().toText()).isEqualTo("c1 r1/z2 100%");
        }

        @Test
        void aWorkloadThatIsLostEverywhereLosesAllCalls() {
            Conditions everywhere = Conditions.workloadDown("c1", "shop", "orders")
                    .and(Conditions.workloadDown("c2", "shop", "orders"));

            MatrixCell cell = cell(router, everywhere);

            assertThat(cell.change()).isEqualTo(Change.LOST);
            assertThat(cell.result().lost()).isEqualTo(Share.ONE);
            assertThat(cell.result().refused()).isNotEmpty();
        }

        @Test
        void aCallerThatIsDownDoesNotCall() {
            MatrixCell cell = cell(router, Conditions.clusterDown("c1"));

            assertThat(cell.change()).isEqualTo(Change.NO_CALLER);
            assertThat(cell.result().toText()).isEqualTo("no caller");
        }

        @Test
        void withoutEjectionACallMayBeLostWhereItsPodIs() {
            MatrixCell cell = cell(sites().router(), Conditions.podDown("c1/shop/orders-1"));

            assertThat(cell.change()).isEqualTo(Change.DEGRADED);
            assertThat(cell.result().lost()).isNotEqualTo(Share.ZERO);
            assertThat(cell.result().served().plus(cell.result().lost())).isEqualTo(Share.ONE);
        }
    }

    @Test
    void anotherPodOfThePlaceCallsInPlaceOfTheOneThatIsDown() {
        MeshRouter router = sites().policy(EJECTING).add("c1", """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: front-2, namespace: web, labels: {app: front, version: v1, security.istio.io/tlsMode: istio}}
                    spec: {serviceAccountName: front, nodeName: c1-z1}
                    status: {phase: Running, podIP: 10.1.0.7}
                    """).router();

        assertThat(cell(router, Conditions.podDown("c1/web/front-1")).change()).isEqualTo(Change.SAME);
        assertThat(cell(router, Conditions.podDown("c1/web/front-1").and(Conditions.podDown("c1/web/front-2")))
                        .change())
                .isEqualTo(Change.NO_CALLER);
    }

    @Test
    void aHostThatTheCallerCannotResolveIsARefusalWithItsReason() {
        MatrixAxes axes = axes().toBuilder()
                .targets(List.of(new CallTarget("nobody", Call.get("http://nobody.shop:8080/"))))
                .build();

        CallResult result =
                FailureMatrix.of(sites().router(), axes).rows().get(0).healthy();

        assertThat(result.lost()).isEqualTo(Share.ONE);
        assertThat(result.refused().get(0).detail()).isEqualTo("the DNS of cluster c1 does not know nobody.shop");
    }

    @Nested
    class WhatTheMeshGives {
        private final MeshRouter router = sites().policy(EJECTING).router();
        private final MatrixAxes axes = MatrixAxes.of(router);

        @Test
        void everyPortOfAServiceOfTheMeshIsCalled() {
            assertThat(axes.targets())
                    .extracting(CallTarget::name)
                    .containsExactly("orders.shop:8080", "stock.shop:8080");
        }

        @Test
        void onePodOfEachPlaceCalls() {
            assertThat(axes.callers())
                    .extracting(Caller::toString)
                    .containsExactly("c1/shop/orders-1", "c1/shop/orders-3", "c2/shop/orders-1");
        }

        @Test
        void zonesRegionsClustersGatewaysLinksAndControlPlanesFail() {
            assertThat(axes.failures())
                    .extracting(MeshFailure::name)
                    .containsExactly(
                            "zone r1/z1",
                            "zone r1/z2",
                            "zone r2/z1",
                            "region r1",
                            "region r2",
                            "cluster c1",
                            "cluster c2",
                            "gateways of n1",
                            "gateways of n2",
                            "link n1-n2",
                            "control plane c1",
                            "control plane c2");
        }

        @Test
        void podsFailWhereTheyAreAskedFor() {
            assertThat(MeshFailures.of(router, Kind.POD)).hasSize(10).first().hasToString("pod c1/istio-system/ew-1");
        }

        @Test
        void nodesGatewaysAndAuthoritiesFailWhereTheyAreAskedFor() {
            assertThat(MeshFailures.of(router, Kind.NODE, Kind.GATEWAY, Kind.AUTHORITY))
                    .extracting(MeshFailure::name)
                    .containsExactly(
                            "node c1/c1-z1",
                            "node c1/c1-z2",
                            "node c2/c2-z1",
                            "gateway 203.0.113.1",
                            "gateway 203.0.113.2",
                            "authority of c1",
                            "authority of c2");
        }

        @Test
        void podsWithoutANodeBelongToNone() {
            MeshRouter loose = SmallMesh.of(
                            SmallMesh.service("shop/a", 1, "http 80"),
                            SmallMesh.service("shop/b", 2, "http 80")
                                    .replace("{serviceAccountName: default}", "{nodeName: n1}"))
                    .router();

            assertThat(MeshFailures.of(loose, Kind.NODE))
                    .extracting(MeshFailure::name)
                    .containsExactly("node c1/n1");
        }

        @Test
        void allSharesOfACellSumToOne() {
            for (MatrixRow row : FailureMatrix.of(router).rows()) {
                for (MatrixCell cell : row.cells()) {
                    CallResult result = cell.result();
                    assertThat(result.served().plus(result.answeredByRule()).plus(result.lost()))
                            .isEqualTo(result.called() ? Share.ONE : Share.ZERO);
                }
            }
        }
    }

    @Test
    void theTableGroupsFailuresOfOneEffect() {
        MeshRouter router = sites().policy(EJECTING).router();

        String text = FailureMatrix.of(
                        router,
                        axes(MeshFailures.of(router, Kind.ZONE, Kind.CLUSTER).toArray(MeshFailure[]::new)))
                .toText();

        assertThat(text).isEqualTo("""
                TARGET  CALLER                 FAILURE                             CALLS
                orders  web/front in c1 r1/z1  none                                c1 100%
                                               zone r1/z1, cluster c1              no caller
                                               zone r1/z2, zone r2/z1, cluster c2  same
                """);
    }

    @Test
    void theCsvHasExactFractions() {
        MeshRouter router = sites().router();

        String csv = FailureMatrix.of(router, axes(MeshFailure.given("a, b", Conditions.podDown("c1/shop/orders-1"))))
                .toCsv();

        assertThat(csv.lines().toList())
                .startsWith("target,caller,caller cluster,caller locality,failure,change,outcome,cluster,locality,"
                        + "share,percent,reason")
                .contains(
                        // 1/6 of the first tries; a retry comes back when six draws in a row do.
                        "orders,web/front,c1,r1/z1,\"a, b\",DEGRADED,lost,,,1/13060694016,0.01%,"
                                + "\"503 UF,URX UPSTREAM_CONNECT_FAILED\"");
    }

    @Test
    void aMatrixThatIsTooLargeIsRefused() {
        MeshRouter router = sites().router();
        MatrixAxes axes = axes().toBuilder()
                .failures(Collections.nCopies(20_000_001, MeshFailure.given("x", Conditions.healthy())))
                .build();

        assertThatThrownBy(() -> FailureMatrix.of(router, axes))
                .hasMessage("a matrix may have 20000000 cells, but this one has 20000001;"
                        + " choose fewer targets, callers or failures");
    }

    @Test
    void aFailureOfAnotherMatrixIsRefused() {
        FailureMatrix matrix = FailureMatrix.of(sites().router(), axes());
        MeshFailure other = MeshFailure.given("other", Conditions.healthy());

        assertThatThrownBy(() -> matrix.cell(matrix.rows().get(0), other))
                .hasMessage("no failure \"other\" in this matrix; it has []");
    }
}
