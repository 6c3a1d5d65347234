package io.eastwest.samples.canary;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.render.intent.Canary;
import io.eastwest.render.intent.IntentManifests;
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

    /**
     * The next steps are not written by hand: an intent gives the rules of both clusters, in place of the routes that are there.
     *
     * @param percent percent of calls that the new version gets
     * @return the mesh with these rules
     * @throws IllegalArgumentException if it is none of 0..100
     */
    public static MeshSnapshot step(int percent) {
        MeshSnapshot mesh = MeshSnapshot.read(SampleMesh.folder("canary")).orThrow();
        MeshSnapshotBuilder free = mesh.toBuilder();
        ResourceKey routes = ResourceKey.of(VirtualService.GROUP, VirtualService.KIND, "my-backend", "mybackend-app");
        mesh.clusters().forEach(cluster -> free.remove(cluster, routes));
        Canary canary = Canary.version("mybackend-app.my-backend.svc.cluster.local", "v1", "v2")
                .optIn("x-version", "v2");
        return IntentManifests.of(free.build(), List.of(canary.at(percent))).snapshot();
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
