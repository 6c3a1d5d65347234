package io.eastwest.render.diagram;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.diagram.DiagramEdge;
import io.eastwest.routing.diagram.DiagramEdge.Line;
import io.eastwest.routing.diagram.DiagramGroup;
import io.eastwest.routing.diagram.DiagramNode;
import io.eastwest.routing.diagram.DiagramNode.Shape;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.NetworkGatewayAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clusters in networks, control planes, what they read, and gateways. */
final class TopologyDiagram {
    private final MeshRouter router;
    private final Map<String, String> networks = new LinkedHashMap<>();
    private final Map<String, DiagramGroup> groups = new LinkedHashMap<>();
    private final Map<String, DiagramNode> nodes = new LinkedHashMap<>();
    private final Set<DiagramEdge> edges = new LinkedHashSet<>();

    TopologyDiagram(MeshRouter router) {
        this.router = router;
    }

    Diagram diagram() {
        List<ClusterTopology> clusters = router.snapshot().topology().spec().clusters();
        for (ClusterTopology cluster : clusters) {
            networks.put(cluster.name(), network(cluster));
            node("cluster " + cluster.name(), "cluster " + cluster.name(), Shape.BOX, network(cluster));
        }
        clusters.forEach(this::controlPlane);
        clusters.forEach(this::gateways);
        String title = "Mesh " + router.snapshot().topology().metadata().name();
        return new Diagram(title, List.copyOf(groups.values()), List.copyOf(nodes.values()), List.copyOf(edges));
    }

    /** The network that the control plane of the cluster finds in the manifests, or else that of the topology. */
    private String network(ClusterTopology cluster) {
        return router.view(cluster.name()).clusters().stream()
                .filter(view -> view.name().equals(cluster.name()))
                .map(ClusterView::network)
                .findFirst()
                .orElseGet(cluster::networkOrDefault);
    }

    private void controlPlane(ClusterTopology cluster) {
        String plane = router.view(cluster.name()).cluster();
        String id = "istiod " + plane;
        node(id, "istiod of " + plane, Shape.ROUND, networks.getOrDefault(plane, ""));
        edges.add(new DiagramEdge(id, "cluster " + cluster.name(), "serves", Line.SOLID));
        if (plane.equals(cluster.name())) {
            List<String> served = new ArrayList<>();
            router.snapshot().topology().spec().clusters().stream()
                    .map(ClusterTopology::name)
                    .filter(name -> router.view(name).cluster().equals(plane))
                    .forEach(served::add);
            router.view(plane).clusters().stream()
                    .map(ClusterView::name)
                    .filter(name -> networks.containsKey(name) && !served.contains(name))
                    .forEach(name -> edges.add(new DiagramEdge(id, "cluster " + name, "reads", Line.DOTTED)));
        }
    }

    private void gateways(ClusterTopology cluster) {
        ControlPlaneView view = router.view(cluster.name());
        String home = networks.getOrDefault(cluster.name(), "");
        for (NetworkGatewayAddress gateway : view.networkGateways()) {
            String id = "gateway " + gateway;
            node(id, "east-west gateway\n" + gateway.address() + ports(gateway), Shape.HEXAGON, gateway.network());
            if (!gateway.network().equals(home)) {
                edges.add(new DiagramEdge("cluster " + cluster.name(), id, "calls", Line.SOLID));
            }
            networks.forEach((name, network) -> {
                boolean known = gateway.cluster().isEmpty() || networks.containsKey(gateway.cluster());
                if (network.equals(gateway.network())
                        && (!known
                                || gateway.cluster().isEmpty()
                                || gateway.cluster().equals(name))) {
                    edges.add(new DiagramEdge(id, "cluster " + name, "leads into", Line.SOLID));
                }
            });
        }
    }

    private static String ports(NetworkGatewayAddress gateway) {
        return (gateway.port() == 0 ? "" : "\nmTLS " + gateway.port())
                + (gateway.hbonePort() == 0 ? "" : "\nHBONE " + gateway.hbonePort());
    }

    private void node(String id, String label, Shape shape, String network) {
        groups.computeIfAbsent(
                network,
                name -> new DiagramGroup("network " + name, name.isEmpty() ? "no network name" : "network " + name));
        nodes.putIfAbsent(id, new DiagramNode(id, label, shape, "network " + network));
    }
}
