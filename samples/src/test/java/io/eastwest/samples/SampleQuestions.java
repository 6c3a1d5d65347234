package io.eastwest.samples;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.samples.mesh.SampleMesh;
import java.util.Map;
import java.util.TreeMap;

/** Asks the meshes of the samples. */
public final class SampleQuestions {
    private SampleQuestions() {}

    /** What happens to a call while all is well. */
    public static Decision today(String sample, Call call) {
        return router(sample).decide(call);
    }

    /** What happens to a call while the backend of cluster-1 is gone. */
    public static Decision withoutBackend(String sample, Call call) {
        return router(sample).decide(call, Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app"));
    }

    /** Shares by pod, in the order of their names. */
    public static Map<String, Share> shares(Decision decision) {
        Map<String, Share> shares = new TreeMap<>();
        for (EndpointTarget target : decision.endpoints()) {
            shares.merge(target.owner(), target.share(), Share::plus);
        }
        return shares;
    }

    private static MeshRouter router(String sample) {
        return MeshRouter.of(MeshSnapshot.read(SampleMesh.folder(sample)).orThrow());
    }
}
