package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.routing.question.RefusedShare;
import org.junit.jupiter.api.Test;

/** A proxy that does not know a Service passes calls on to its address, behind which Kubernetes chooses a pod. */
class DialledServicesTest {
    private static final CallDraft API = Call.get("http://api.shop/");
    private static final Call CALL = API.from("web", "shop", "c1");
    private static final String UNKNOWN = """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: default, namespace: shop}
            spec: {egress: [{hosts: ["~/*"]}]}
            """;
    private static final String STRICT = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: shop}
            spec: {mtls: {mode: STRICT}}
            """;

    private static MeshRouter mesh() {
        return SidecarNetworks.mesh().add("c1", UNKNOWN).router();
    }

    @Test
    void podsOfTheOwnClusterAnswerInPlaintext() {
        Decision decision = mesh().decide(CALL);

        assertThat(decision.endpoints())
                .extracting(target -> target.owner() + " " + target.address() + " " + target.share() + " "
                        + target.hops().get(target.hops().size() - 1).secured())
                .containsExactlyInAnyOrder(
                        "c1/shop/api-1 10.1.0.1:8080 1/2 plaintext", "c1/shop/api-2 10.1.0.2:8080 1/2 plaintext");
    }

    @Test
    void whatThePodsRefuseIsRefused() {
        MeshRouter router =
                SidecarNetworks.mesh().add("c1", UNKNOWN).add("c1", STRICT).router();

        assertThat(router.decide(CALL).isRefused()).isTrue();
    }

    @Test
    void thePartOfAPodThatIsDownIsLost() {
        Decision decision = mesh().decide(CALL, Conditions.podDown("c1/shop/api-1"));

        assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.of(1, 2));
        assertThat(mesh().decide(CALL, Conditions.workloadDown("c1", "shop", "api"))
                        .isRefused())
                .isTrue();
    }

    @Test
    void tablesOfFailuresSayTheSameAsDecisions() {
        MeshRouter router =
                SidecarNetworks.mesh().add("c1", UNKNOWN).add("c1", STRICT).router();
        for (MeshRouter asked : new MeshRouter[] {router, mesh()}) {
            MatrixAxes axes = MatrixAxes.builder()
                    .addTarget(new CallTarget("api", API))
                    .addCaller(CALL.caller())
                    .failures(MeshFailures.of(asked, MeshFailure.Kind.POD))
                    .build();
            MatrixRow row = FailureMatrix.of(asked, axes).rows().get(0);

            for (int i = 0; i < axes.failures().size(); i++) {
                Conditions failed = axes.failures().get(i).conditions();
                CallResult result = row.cells().get(i).result();
                if (result.called()) {
                    Decision decision = asked.decide(CALL, failed);
                    assertThat(result.servedBy("c1")).isEqualTo(decision.shareOfCluster("c1"));
                    assertThat(result.refused())
                            .extracting(RefusedShare::reason)
                            .containsExactlyInAnyOrderElementsOf(decision.outcomes().stream()
                                    .filter(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                                    .map(Outcome::reason)
                                    .toList());
                }
            }
        }
    }
}
