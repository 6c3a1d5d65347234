package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpec;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
    private static FailureImpact impact(ModelAssessment assessment, String failure) {
        return assessment.failures().stream()
                .filter(impact -> impact.failure().name().equals(failure))
                .findFirst()
                .orElseThrow();
    }

    private static ModelAssessment multiPrimary(ComparedMeshes mesh) {
        return mesh.compare()
                .assessment(InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS)
                .orElseThrow();
    }

    @Nested
    class Calls {
        @Test
        void toAServiceOfOneClusterHangOnItsGatewayAndItsLink() {
            ModelAssessment assessment = multiPrimary(ComparedMeshes.of("n1", "n2")
                    .service("web", "c1", "c2")
                    .service("ledger", "c1")
                    .failover("web"));

            assertThat(assessment.singlePointsOfFailure().stream()
                            .map(impact -> impact.failure().name()))
                    .containsExactly("gateways of n1", "link n1-n2");
            assertThat(impact(assessment, "gateways of n1").lost())
                    .singleElement()
                    .satisfies(pair -> {
                        assertThat(pair.target()).isEqualTo("ledger.shop:8080");
                        assertThat(pair.call().caller().cluster()).isEqualTo("c2");
                        assertThat(pair.endpointsElsewhere()).isTrue();
                    });
        }

        @Test
        void toAServiceThatIsGoneAltogetherAreNoSinglePoint() {
            ModelAssessment assessment = multiPrimary(
                    ComparedMeshes.of("n1", "n2").service("web", "c1", "c2").service("ledger", "c1"));
            FailureImpact lost = impact(assessment, "cluster c1");

            assertThat(lost.lost()).hasSize(1);
            assertThat(lost.isSinglePointOfFailure()).isFalse();
            assertThat(lost.calling()).isEqualTo(2);
            assertThat(assessment.pairs()).isEqualTo(4);
        }

        @Test
        void thatAreSpreadLoseAPartWithoutOutlierDetection() {
            ComparedMeshes mesh = ComparedMeshes.of("n1", "n2").service("web", "c1", "c2");
            FailureImpact without = impact(multiPrimary(mesh), "link n1-n2");
            FailureImpact with = impact(multiPrimary(mesh.failover("web")), "link n1-n2");

            assertThat(without.partlyLost()).hasSize(2);
            assertThat(with.changed()).isEmpty();
        }

        @Test
        void leaveTheirRegionWhenItsOnlyClusterWithTheServiceFails() {
            ModelComparison comparison = ComparedMeshes.of("n", "n", "n")
                    .inRegion("c1", "west")
                    .inRegion("c2", "west")
                    .inRegion("c3", "east")
                    .service("web", "c1")
                    .service("api", "c2", "c3")
                    .failover("api")
                    .compare();
            FailureImpact lost = impact(
                    comparison
                            .assessment(InstallModel.MULTI_PRIMARY_ONE_NETWORK)
                            .orElseThrow(),
                    "cluster c2");

            assertThat(lost.withoutLocality()).singleElement().satisfies(pair -> {
                assertThat(pair.call().caller().cluster()).isEqualTo("c1");
                assertThat(pair.target()).isEqualTo("api.shop:8080");
            });
            assertThat(lost.lost()).isEmpty();
        }
    }

    @Nested
    class Rules {
        private static final String SUBSETS = """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: web, namespace: shop}
                spec: {host: web.shop.svc.cluster.local, subsets: [{name: CLUSTER}]}
                """;

        @Test
        void ofARemoteClusterThatDifferAreToldAndDoNotCount() {
            ModelComparison comparison = ComparedMeshes.of("n1", "n2")
                    .service("web", "c1", "c2")
                    .yaml("c1", SUBSETS.replace("CLUSTER", "one"))
                    .yaml("c2", SUBSETS.replace("CLUSTER", "two"))
                    .compare();

            assertThat(comparison
                            .assessment(InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS)
                            .orElseThrow()
                            .notes())
                    .containsExactly("DestinationRule/shop/web of c2 differs from that of c1, which counts for both");
            assertThat(comparison
                            .assessment(InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS)
                            .orElseThrow()
                            .notes())
                    .isEmpty();
        }

        @Test
        void ofARemoteClusterCountWhereItsControlPlaneReads() {
            ComparedMeshes mesh = ComparedMeshes.of("n1", "n2").service("web", "c1", "c2");
            ModelAssessment assessment = mesh.yaml("c2", ComparedMeshes.failoverOf("web"))
                    .compare()
                    .assessment(InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS)
                    .orElseThrow();

            assertThat(impact(assessment, "link n1-n2").partlyLost()).isEmpty();
        }

        @Test
        void doNothingInAmbientModeWithoutAWaypoint() {
            ModelAssessment assessment = ComparedMeshes.of("n1", "n2")
                    .service("web", "c1", "c2")
                    .failover("web")
                    .compare()
                    .assessment(InstallModel.AMBIENT_SEVERAL_NETWORKS)
                    .orElseThrow();

            assertThat(assessment.notes())
                    .containsExactly("2 rules (VirtualService, DestinationRule, HTTPRoute, GRPCRoute) do nothing where"
                            + " there is no waypoint, and none is added");
            assertThat(impact(assessment, "link n1-n2").partlyLost()).isNotEmpty();
        }
    }

    @Nested
    class Notes {
        private static final String FILTER = """
                apiVersion: networking.istio.io/v1alpha3
                kind: EnvoyFilter
                metadata: {name: lua, namespace: shop}
                spec:
                  configPatches:
                  - applyTo: HTTP_FILTER
                    match: {context: SIDECAR_OUTBOUND}
                    patch: {operation: INSERT_BEFORE, value: {name: envoy.filters.http.lua}}
                """;
        private static final String MESH = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "trustDomain: example.com"}
                """;

        @Test
        void tellWhatIsNotModelled() {
            ModelAssessment assessment = multiPrimary(
                    ComparedMeshes.of("n1", "n2").service("web", "c1", "c2").yaml("c1", FILTER));

            assertThat(assessment.notes())
                    .singleElement()
                    .asString()
                    .startsWith("calls are decided without what is not modelled: ")
                    .contains("EnvoyFilter");
            assertThat(assessment.failures()).isNotEmpty();
        }

        @Test
        void tellThatTheMeshConfigurationIsLeftOut() {
            assertThat(multiPrimary(ComparedMeshes.of("n1", "n2")
                                    .service("web", "c1", "c2")
                                    .yaml("c2", MESH))
                            .notes())
                    .containsExactly("the mesh configuration of c2 is left out: that of the model counts");
        }
    }

    @Nested
    class Obstacles {
        @Test
        void areTold() {
            assertThat(ComparedMeshes.of("n1")
                            .service("web", "c1")
                            .compare()
                            .obstacles()
                            .values())
                    .containsExactly(
                            "all clusters are in one network",
                            "there is no second cluster that could be a remote",
                            "all clusters are in one network",
                            "no cluster is free to run the control plane: none has install.role host",
                            "all clusters are in one network");
        }

        @Test
        void keepAmbientModeFromSharedNetworks() {
            ModelComparison comparison =
                    ComparedMeshes.of("n1", "n1", "n2").service("web", "c1").compare();

            assertThat(comparison.obstacles())
                    .containsEntry(
                            InstallModel.AMBIENT_SEVERAL_NETWORKS,
                            "clusters share a network, which is not modelled in ambient mode")
                    .containsEntry(
                            InstallModel.MULTI_PRIMARY_ONE_NETWORK,
                            "pods of the networks n1, n2 do not reach each other directly");
        }
    }

    @Test
    void topologyOfEachModelIsInstalledAsItIs() {
        ModelComparison comparison =
                ComparedMeshes.of("n1", "n2").host().service("web", "c1").compare();

        assertThat(comparison.assessments()).hasSize(4).allSatisfy(assessment -> {
            MeshTopology topology = assessment.topology();
            InstallPlan plan = InstallPlan.of(InstallSpec.of(topology));
            assertThat(plan.tree().snapshot().topology()).isEqualTo(topology);
        });
    }

    @Test
    void anInstallationThatIsThereIsSetAside() {
        ComparedMeshes bare =
                ComparedMeshes.of("n1", "n2").host().service("web", "c1", "c2").failover("web");
        ModelComparison comparison = bare.compare();

        for (InstallModel model :
                List.of(InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS, InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS)) {
            MeshTopology topology = comparison.assessment(model).orElseThrow().topology();
            MeshSnapshot installed =
                    InstallPlan.of(InstallSpec.of(topology)).tree().snapshot();
            MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology.toBuilder()
                    .spec(topology.spec().toBuilder()
                            .addCluster(
                                    bare.build().topology().spec().clusters().get(2))
                            .build())
                    .build());
            for (String cluster : installed.clusters()) {
                mesh.addManifests(cluster, installed.manifests(cluster));
                mesh.addManifests(cluster, bare.build().manifests(cluster));
            }

            assertThat(ModelComparison.of(mesh.build(), bare.authorities()).toText())
                    .isEqualTo(comparison.toText());
        }
    }

    @Test
    void theClusterThatServesOthersIsThePrimary() {
        ModelComparison comparison = ComparedMeshes.of("n1", "n2")
                .servedBy("c1", "c2")
                .service("web", "c1", "c2")
                .compare();
        MeshTopology topology = comparison
                .assessment(InstallModel.PRIMARY_REMOTE_SEVERAL_NETWORKS)
                .orElseThrow()
                .topology();

        assertThat(topology.spec().cluster("c1").orElseThrow().controlPlane()).contains("c2");
        assertThat(topology.spec().cluster("c2").orElseThrow().controlPlane()).isEmpty();
    }

    @Test
    void addressesThatNobodyGaveDoNotMeetThoseThatSomebodyGave() {
        ModelTopology clusters = new ModelTopology(ComparedMeshes.of("n1", "n2", "n3")
                .gateway("c2", "192.0.2.1")
                .build()
                .topology());

        assertThat(clusters.of(InstallModel.MULTI_PRIMARY_SEVERAL_NETWORKS).spec().clusters().stream()
                        .map(clusters::addresses))
                .containsExactly(List.of("192.0.2.2"), List.of("192.0.2.1"), List.of("192.0.2.3"));
    }
}
