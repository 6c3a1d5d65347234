package io.eastwest.samples.canary;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;
import java.util.List;

/** How does a new version in one cluster get a tenth of the calls of all clusters? The manifests are in {@code mesh/canary}. */
public final class CanarySample {
    private static final List<Call> CALLS = List.of(
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1"),
            Call.get("http://mybackend-app.my-backend:8080/orders")
                    .header("x-version", "v2")
                    .from("frontend", "my-frontend", "cluster-1"));
    private static final Conditions OUTAGE = Conditions.podDown("cluster-2/my-backend/mybackend-app-v2-1");

    private CanarySample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return the decisions of today with their traces, and those of an outage of the new version} */
    public static String answer() {
        MeshSnapshot mesh = MeshSnapshot.read(SampleMesh.folder("canary")).orThrow();
        MeshRouter router = MeshRouter.of(mesh);

        Answer answer = Answer.to("How does a new version in one cluster get a tenth of the calls of all clusters?");
        for (Call call : CALLS) {
            answer.today(router.explain(call)).outage(router.decide(call, OUTAGE));
        }
        return answer.toText();
    }
}
