package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.proof.ProofTrees.calls;
import static io.eastwest.render.proof.ProofTrees.proven;
import static io.eastwest.render.proof.ProofTrees.refuted;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.LockDown;
import io.eastwest.render.intent.LockDown.Measure;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LockDownProofTest {
    private static final MeshSnapshot MESH = IntentMeshes.withStrangers(IntentMeshes.twoPrimaries());
    private static final LockDown CLOSED =
            LockDown.of(BACKEND).namespaces("shop").accounts("common/catalog");
    private static final ResourceKey POLICY =
            ResourceKey.of(AuthorizationPolicy.GROUP, AuthorizationPolicy.KIND, "shop", "backend-lock-down");
    private static final String GET = "GET http://backend.shop.svc.cluster.local:8080/ from ";

    @Nested
    class Proves {
        @Test
        void thatNamedCallersGetThroughAndOthersAreRefused() {
            Proven proof = proven(MESH, CLOSED);

            assertThat(proof.calls().get(0).promise().text())
                    .isEqualTo("calls of backend.shop.svc.cluster.local from namespaces shop and service accounts"
                            + " common/catalog are not refused, and none is lost while everything is healthy; calls of others"
                            + " are not answered");
            assertThat(calls(proof, "healthy"))
                    .contains(
                            GET + "c1/legacy/batch-1, healthy: lost 33.33% (403 RBAC_DENIED), lost 33.33% (403"
                                    + " RBAC_DENIED), lost 16.67% (403 RBAC_DENIED), lost 16.67% (403 RBAC_DENIED)",
                            GET + "c2/legacy/naked-1, healthy: lost 50% (403 RBAC_DENIED), lost 50% (403 RBAC_DENIED)")
                    .anyMatch(call -> call.startsWith(GET + "c2/shop/frontend-1, healthy: c1 "))
                    .anyMatch(call -> call.startsWith(GET + "c1/common/catalog-1, healthy: c1 "));
        }

        @Test
        void allMeasuresTogether() {
            assertThat(calls(proven(MESH, CLOSED.by(Measure.POLICY, Measure.EXPORT, Measure.SIDECAR)), "healthy"))
                    .contains(
                            GET + "c1/legacy/batch-1, healthy: lost 50% (403 RBAC_DENIED), lost 50% (403 RBAC_DENIED)");
        }

        @Test
        void aPrimaryAndARemote() {
            MeshSnapshot mesh = IntentMeshes.withStrangers(IntentMeshes.primaryAndRemote());

            assertThat(calls(proven(mesh, CLOSED.by(Measure.POLICY, Measure.EXPORT)), "healthy"))
                    .contains(
                            GET + "c2/legacy/batch-1, healthy: lost 50% (403 RBAC_DENIED), lost 50% (403 RBAC_DENIED)");
        }

        @Test
        void thatNobodyCallsWhereNobodyIsNamed() {
            assertThat(proven(MESH, LockDown.of(BACKEND))
                            .calls()
                            .get(0)
                            .promise()
                            .text())
                    .isEqualTo("no call of backend.shop.svc.cluster.local is answered");
        }
    }

    @Nested
    class Refutes {
        private final IntentManifests manifests = IntentManifests.of(MESH, List.of(CLOSED));

        @Test
        void aPolicyInOneClusterOnly() {
            assertThat(refuted(ProofTrees.without(manifests, "c2", POLICY), manifests))
                    .anyMatch(finding ->
                            finding.startsWith("BROKEN_PROMISE " + GET + "c1/legacy/batch-1, healthy: a share of ")
                                    && finding.contains(" is answered though the caller is not named (c2 region2/"))
                    .noneMatch(finding -> finding.contains("from c1/shop"));
        }

        @Test
        void exportAlone() {
            ProofResult result = IntentProof.of(MESH, ProofTrees.AT, List.of(CLOSED.by(Measure.EXPORT)));

            assertThat(result.toText())
                    .contains(
                            "BROKEN_PROMISE " + GET + "c1/legacy/naked-1, healthy: a share of 1 is answered though the"
                                    + " caller is not named");
        }

        @Test
        void callersWithoutAProxy() {
            String open = """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: others, namespace: shop}
                    spec:
                      action: ALLOW
                      rules: [{from: [{source: {notNamespaces: [shop]}}]}]
                    """;

            assertThat(refuted(IntentMeshes.with(manifests.snapshot(), open, "c1"), manifests))
                    .anyMatch(finding -> finding.contains("from c1/legacy/naked-1, healthy: a share of 1 is answered"));
        }

        @Test
        void policiesThatRefuseNamedCallers() {
            String closed = """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: no-catalog, namespace: istio-system}
                    spec:
                      action: DENY
                      rules: [{from: [{source: {namespaces: [common]}}]}]
                    """;

            assertThat(refuted(IntentMeshes.with(manifests.snapshot(), closed, "c2"), manifests))
                    .anyMatch(finding -> finding.contains(
                            "from c2/common/catalog-1, healthy: a share of 2/3 is refused though the caller is named"));
        }
    }
}
