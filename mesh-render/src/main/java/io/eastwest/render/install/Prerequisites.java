package io.eastwest.render.install;

import io.eastwest.model.topology.EastWestGatewayForm;
import java.util.ArrayList;
import java.util.List;

/** What must be in a cluster before anything is applied. */
final class Prerequisites {
    private static final String GATEWAY_API = "v1.6.1";

    private Prerequisites() {}

    static List<String> of(Installation mesh, InstalledCluster cluster) {
        List<String> needed = new ArrayList<>();
        needed.add(
                switch (cluster.tool()) {
                    case sail -> "the Sail operator with release " + cluster.version() + " of Istio";
                    case helm -> "Helm, with the charts of Istio " + cluster.version() + " as repository istio";
                    case istioctl -> "istioctl " + cluster.version();
                });
        boolean gateway = mesh.hasEastWestGateway(cluster) && cluster.gatewayForm() == EastWestGatewayForm.gatewayApi;
        if (gateway || cluster.isAmbient()) {
            needed.add("the definitions of the Gateway API " + GATEWAY_API + ", standard channel");
        }
        List<String> near = mesh.clusters().stream()
                .filter(other -> other.hasWorkloads() && !other.equals(cluster))
                .filter(other -> other.network().equals(cluster.network()))
                .map(InstalledCluster::name)
                .toList();
        if (cluster.hasWorkloads() && !near.isEmpty()) {
            needed.add("routes between its pods and those of " + String.join(", ", near) + ", which share its network");
        }
        return needed;
    }
}
