package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.proof.ProofTrees.calls;
import static io.eastwest.render.proof.ProofTrees.proven;
import static io.eastwest.render.proof.ProofTrees.refuted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.render.intent.BlueGreen;
import io.eastwest.render.intent.Canary;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.KeepLocal;
import io.eastwest.routing.balancing.Share;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlueGreenTest {
    private static final MeshSnapshot MESH = IntentMeshes.twoPrimaries();
    private static final BlueGreen FIRST =
            BlueGreen.clusters(BACKEND, "c1", "c2").testHeader("x-color");
    private static final ResourceKey RULE =
            ResourceKey.of(DestinationRule.GROUP, DestinationRule.KIND, "shop", "backend-blue-green");
    private static final ResourceKey ROUTES =
            ResourceKey.of(VirtualService.GROUP, VirtualService.KIND, "shop", "backend-blue-green");
    private static final String GET = "GET http://backend.shop.svc.cluster.local:8080/ from c2/common/catalog-1";

    private static List<IstioHttpRoute> rules(MeshSnapshot mesh, String cluster) {
        return ((VirtualService) mesh.find(cluster, ROUTES).orElseThrow().resource())
                .spec()
                .http();
    }

    @Test
    void switchingChangesNothingButTheLiveVariant() {
        MeshSnapshot first = IntentManifests.of(MESH, List.of(FIRST)).snapshot();
        MeshSnapshot second =
                IntentManifests.of(first, List.of(FIRST.switched())).snapshot();

        assertThat(FIRST.switched().switched()).isEqualTo(FIRST);
        for (String cluster : List.of("c1", "c2")) {
            assertThat(second.find(cluster, RULE).orElseThrow().resource())
                    .isEqualTo(first.find(cluster, RULE).orElseThrow().resource());
            assertThat(rules(second, cluster).subList(0, 2))
                    .isEqualTo(rules(first, cluster).subList(0, 2));
            assertThat(rules(first, cluster))
                    .hasSize(3)
                    .extracting(rule -> rule.name().orElse("") + " "
                            + rule.route().get(0).destination().subset().orElse(""))
                    .containsExactly("test-c1-8080 c1", "test-c2-8080 c2", "live-8080 c1");
            assertThat(rules(second, cluster)
                            .get(2)
                            .route()
                            .get(0)
                            .destination()
                            .subset())
                    .contains("c2");
        }
    }

    @Test
    void routesOfACanaryAreNotTakenOver() {
        MeshSnapshot canary = IntentManifests.of(MESH, List.of(Canary.cluster(BACKEND, "c1", "c2")))
                .snapshot();

        assertThatThrownBy(() -> FIRST.manifests(canary))
                .hasMessageStartingWith("VirtualService shop/backend-canary of cluster \"c1\" routes ");
        assertThatThrownBy(() -> IntentManifests.of(MESH, List.of(FIRST, Canary.cluster(BACKEND, "c1", "c2"))))
                .hasMessageStartingWith("intents exclude each other, leave one of them out: ");
    }

    @Nested
    class Proves {
        private final Proven proof = proven(MESH, FIRST);

        @Test
        void thatOneClusterAnswersAndTheOtherIsReachedByHeader() {
            assertThat(proof.calls())
                    .filteredOn(call -> call.state().equals("healthy"))
                    .hasSize(8)
                    .allSatisfy(call -> {
                        boolean asked = JudgedCalls.headers(call.call()).endsWith(": c2");
                        assertThat(call.result().servedBy(asked ? "c2" : "c1")).isEqualTo(Share.ONE);
                    });
        }

        @Test
        void thatCallsAreLostWhenTheLiveClusterIsGone() {
            assertThat(calls(proof, "cluster c1"))
                    .contains(
                            GET + ", cluster c1: lost 100% (503 UH NO_HEALTHY_UPSTREAM); no endpoint of c1 is up and in"
                                    + " reach: its share of 1 is lost, as it has to be");
            assertThat(calls(proven(MESH, FIRST.switched()), "cluster c1"))
                    .allMatch(call -> !call.contains("lost") || call.contains("x-color: c1"));
        }
    }

    @Nested
    class Refutes {
        private final IntentManifests manifests = IntentManifests.of(MESH, List.of(FIRST));

        @Test
        void callsThatAreKeptLocal() {
            ProofResult result = IntentProof.of(MESH, ProofTrees.AT, List.of(KeepLocal.except(), FIRST));

            assertThat(result.toText())
                    .contains("BROKEN_PROMISE " + GET
                            + ", healthy: c1 answers a share of 0 but shall answer 1 (lost 100%");
        }

        @Test
        void aSwitchInOneClusterOnly() {
            MeshResource switched = FIRST.switched()
                    .manifests(MESH)
                    .getOrDefault("c2", List.of())
                    .get(1);

            assertThat(refuted(ProofTrees.changed(manifests, "c2", ROUTES, given -> switched), manifests))
                    .contains("BROKEN_PROMISE " + GET + ", healthy: c1 answers a share of 0 but shall answer 1"
                            + " (c2 region2/zone1 100%)")
                    .allMatch(finding -> finding.contains(" from c2/"));
        }

        @Test
        void subsetsThatTheIdleClusterLacks() {
            assertThat(refuted(ProofTrees.without(manifests, "c2", RULE), manifests))
                    .anyMatch(finding -> finding.startsWith("BROKEN_PROMISE GET")
                            && finding.contains(
                                    "from c1/common/catalog-1 with x-color: c2, healthy: c2 answers a share of 0"));
        }
    }
}
