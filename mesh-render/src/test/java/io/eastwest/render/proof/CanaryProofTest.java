package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.proof.ProofTrees.calls;
import static io.eastwest.render.proof.ProofTrees.proven;
import static io.eastwest.render.proof.ProofTrees.refuted;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.render.intent.Canary;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.KeepLocal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanaryProofTest {
    private static final MeshSnapshot MESH = IntentMeshes.withNewVersion();
    private static final Canary CANARY =
            Canary.version(BACKEND, "v1", "v2").at(10).optIn("x-version", "v2");
    private static final ResourceKey RULE =
            ResourceKey.of(DestinationRule.GROUP, DestinationRule.KIND, "shop", "backend-canary");
    private static final ResourceKey ROUTES =
            ResourceKey.of(VirtualService.GROUP, VirtualService.KIND, "shop", "backend-canary");
    private static final String GET = "GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1";

    @Nested
    class Proves {
        private final Proven proof = proven(MESH, CANARY);

        @Test
        void sharesOfBothVersions() {
            assertThat(proof.calls().get(0).promise().text())
                    .isEqualTo(
                            "calls of backend.shop.svc.cluster.local are answered by v1 at 90 % and v2 at 10 %, those with"
                                    + " x-version: v2 by v2 alone; no failure moves a share: that of a variant which is gone is lost,"
                                    + " and no other call is");
            assertThat(calls(proof, "healthy"))
                    .contains(GET + " with x-version: v2, healthy: c2 region2/zone1 100%")
                    .anyMatch(call -> call.startsWith(GET + ", healthy: c1 region1/zone1 "));
        }

        @Test
        void thatTheShareOfAVersionWhichIsGoneIsLostAndSaysSo() {
            assertThat(calls(proof, "pod c2/shop/backend-v2-1"))
                    .contains(GET + " with x-version: v2, pod c2/shop/backend-v2-1: lost 100% (503 UH"
                            + " NO_HEALTHY_UPSTREAM); no endpoint of v2 is up and in reach: its share of 1 is lost,"
                            + " as it has to be")
                    .anyMatch(call -> call.startsWith(GET + ", pod") && call.contains("its share of 1/10 is lost"));
        }

        @Test
        void aClusterThatIsTried() {
            Proven cluster = proven(MESH, Canary.cluster(BACKEND, "c1", "c2").at(5));

            assertThat(calls(cluster, "link network1-network2"))
                    .anyMatch(call -> call.startsWith(GET) && call.contains("its share of 1/20 is lost"));
        }

        @Test
        void aPrimaryAndARemote() {
            assertThat(proven(IntentMeshes.newVersion(IntentMeshes.primaryAndRemote()), CANARY)
                            .calls())
                    .isNotEmpty();
        }
    }

    @Nested
    class Refutes {
        private final IntentManifests manifests = IntentManifests.of(MESH, List.of(CANARY));

        @Test
        void subsetsThatTheOtherClusterLacks() {
            MeshSnapshot mesh = ProofTrees.without(manifests, "c2", RULE);

            assertThat(refuted(mesh, manifests))
                    .contains(
                            "BROKEN_PROMISE " + GET + " with x-version: v2, healthy: v2 answers a share of 0 but shall"
                                    + " answer 1 (lost 100% (503 UF,URX UPSTREAM_CONNECT_FAILED))")
                    .first()
                    .asString()
                    .endsWith("SUBSET_UNKNOWN");
        }

        @Test
        void routesInOneClusterOnly() {
            assertThat(refuted(ProofTrees.without(manifests, "c2", ROUTES), manifests))
                    .isNotEmpty()
                    .allMatch(finding -> finding.startsWith("BROKEN_PROMISE ") && finding.contains(" from c2/"));
        }

        @Test
        void versionsThatNobodyRuns() {
            assertThat(refuted(
                            ProofTrees.without(manifests, "c2", ResourceKey.of("", "Pod", "shop", "backend-v2-1")),
                            manifests))
                    .anyMatch(
                            finding -> finding.startsWith("BROKEN_PROMISE " + GET + ", healthy: no endpoint is v2 ("));
        }

        @Test
        void newVersionsOfOneClusterWhereCallsAreKeptLocal() {
            ProofResult result = IntentProof.of(MESH, ProofTrees.AT, List.of(KeepLocal.except(), CANARY));

            assertThat(result.toText())
                    .contains("BROKEN_PROMISE " + GET
                            + " with x-version: v2, healthy: v2 answers a share of 0 but shall answer 1");
        }
    }
}
