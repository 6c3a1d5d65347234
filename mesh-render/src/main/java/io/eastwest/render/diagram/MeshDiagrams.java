package io.eastwest.render.diagram;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.trust.ClusterAuthentication;
import java.util.List;

/** The pictures of a mesh. Pure and thread-safe. */
public final class MeshDiagrams {
    private MeshDiagrams() {}

    /**
     * Clusters in their networks, the control planes that serve and read them, and the gateways by which other networks reach them.
     * What control planes read follows the manifests, as {@link MeshRouter#view} does.
     *
     * @param router the mesh
     * @return the picture, in the order of the topology
     */
    public static Diagram topology(MeshRouter router) {
        return new TopologyDiagram(router).diagram();
    }

    /**
     * What becomes of one call, see {@link Decision#toDiagram()}.
     *
     * @param decision the decision
     * @return the picture, in the order of the endpoints
     */
    public static Diagram decision(Decision decision) {
        return decision.toDiagram();
    }

    /**
     * What moves where when something fails: the share of each place, in its cluster, before and under the failure, on arrows from
     * those who call. Dotted: nothing arrives there any more. Thick: what is lost. Calls that end as before are left out, unless
     * all do.
     *
     * @param router the mesh
     * @param axes who calls what, and what is broken all the time; its failures do not count
     * @param failure what fails
     * @return the picture, by target, then by caller
     * @throws IllegalArgumentException if the mesh has no such caller, or there are too many calls to ask
     */
    public static Diagram failure(MeshRouter router, MatrixAxes axes, MeshFailure failure) {
        MatrixAxes one = axes.toBuilder().failures(List.of(failure)).build();
        return new FailureDiagram(FailureMatrix.of(router, one)).diagram();
    }

    /**
     * What moves where when something fails, of one call.
     *
     * @param router the mesh
     * @param call the call
     * @param conditions what fails
     * @return the picture, see {@link #failure(MeshRouter, MatrixAxes, MeshFailure)}
     * @throws IllegalArgumentException if the mesh has no such caller
     */
    public static Diagram failure(MeshRouter router, Call call, Conditions conditions) {
        MatrixAxes axes = MatrixAxes.builder()
                .addTarget(CallTarget.of(call))
                .addCaller(call.caller())
                .build();
        return failure(router, axes, MeshFailure.given(conditions.toString(), conditions));
    }

    /**
     * Which clusters can authenticate each other: an arrow from the cluster that calls to the one that answers. Thick: the handshake
     * fails. Dotted: the manifests do not show what decides. Reasons name clusters and trust domains, never key material.
     *
     * @param authentication who authenticates whom
     * @return the picture, in the order of the clusters; without arrows in a mesh of one cluster
     */
    public static Diagram trust(ClusterAuthentication authentication) {
        return TrustDiagram.of(authentication);
    }
}
