package io.eastwest.samples.failover;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;
import java.util.List;

/** What happens when the backend of the own region fails? The manifests are in {@code mesh/failover}. */
public final class FailoverSample {
    private static final List<Call> CALLS = List.of(
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1"));
    private static final Conditions OUTAGE = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

    private FailoverSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return the decisions of today with their traces, and those of an outage of cluster-1's backend} */
    public static String answer() {
        MeshSnapshot mesh = MeshSnapshot.read(SampleMesh.folder("failover")).orThrow();
        MeshRouter router = MeshRouter.of(mesh);

        Answer answer = Answer.to("What happens when the backend of the own region fails?");
        for (Call call : CALLS) {
            answer.today(router.explain(call)).outage(router.decide(call, OUTAGE));
        }
        return answer.toText();
    }
}
