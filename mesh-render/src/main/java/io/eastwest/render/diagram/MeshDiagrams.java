package io.eastwest.render.diagram;

import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.trust.ClusterAuthentication;

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
     * What becomes of one call: the proxies that it passes, how each connection is secured, the share of calls on each arrow, and
     * the ways it ends without an endpoint.
     *
     * @param decision the decision
     * @return the picture, in the order of the endpoints
     */
    public static Diagram decision(Decision decision) {
        return new DecisionDiagram(decision).diagram();
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
