package io.eastwest.samples.primaryremote;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;
import java.util.List;

/** What stops in the remote cluster when the primary is gone? The manifests are in {@code mesh/primary-remote}. */
public final class PrimaryRemoteSample {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-2");
    private static final List<Conditions> OUTAGES = List.of(
            Conditions.controlPlaneDown("cluster-1"),
            Conditions.linkCut("network1", "network2"),
            Conditions.clusterDown("cluster-1"));

    private PrimaryRemoteSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return a call of the remote cluster today and in each outage, and what each outage does to all calls} */
    public static String answer() {
        MeshRouter router = router();

        Answer answer = Answer.to("What stops in the remote cluster when the primary is gone?")
                .today(router.explain(ORDERS));
        OUTAGES.forEach(outage -> answer.outage(router.decide(ORDERS, outage)));
        return answer.text("All calls:", matrix(router).toText()).toText();
    }

    /** {@return the mesh} */
    static MeshRouter router() {
        return MeshRouter.of(
                MeshSnapshot.read(SampleMesh.folder("primary-remote")).orThrow());
    }

    /**
     * Asks what the loss of the control plane, of the link to it, and of each cluster does.
     *
     * @param router the mesh
     * @return the matrix of all calls
     */
    static FailureMatrix matrix(MeshRouter router) {
        List<MeshFailure> failures = MeshFailures.of(
                router, MeshFailure.Kind.CONTROL_PLANE, MeshFailure.Kind.LINK, MeshFailure.Kind.CLUSTER);
        return FailureMatrix.of(
                router, MatrixAxes.of(router).toBuilder().failures(failures).build());
    }
}
