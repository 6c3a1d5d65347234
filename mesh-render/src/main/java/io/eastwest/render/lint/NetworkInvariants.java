package io.eastwest.render.lint;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.render.forecast.IstiodValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** V6 and V11: networks and the ways between them. */
final class NetworkInvariants {
    private static final String LABEL = "topology.istio.io/network";

    private NetworkInvariants() {}

    static void check(MeshSnapshot mesh, InvariantReport report) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        Set<String> reachable = new TreeSet<>();
        for (ClusterTopology cluster : mesh.topology().spec().clusters()) {
            if (isHost(cluster)) {
                continue;
            }
            labels(mesh, cluster.name(), report);
            members.computeIfAbsent(cluster.networkOrDefault(), network -> new ArrayList<>())
                    .add(cluster.name());
            if (cluster.eastWestGateway()
                    .map(EastWestGateway::addresses)
                    .filter(addresses -> !addresses.isEmpty())
                    .isPresent()) {
                reachable.add(cluster.networkOrDefault());
            }
            mesh.resources(cluster.name(), KubernetesService.class).forEach(service -> addNetwork(service, reachable));
            mesh.resources(cluster.name(), Gateway.class).forEach(gateway -> addNetwork(gateway, reachable));
            Installed.primaries(mesh, cluster.name())
                    .forEach(values -> reachable.addAll(values.networksWithGateways()));
        }
        if (members.size() < 2) {
            return;
        }
        members.forEach((network, clusters) -> {
            if (!reachable.contains(network)) {
                report.error(
                        MeshInvariant.NETWORKS_HAVE_GATEWAYS,
                        clusters,
                        "",
                        network.isEmpty()
                                ? "they are in no network, so that callers in others dial their pods directly"
                                : "network " + IssueText.quote(network)
                                        + " has no gateway, so that callers in others dial its pods directly",
                        "add an east-west gateway with label " + LABEL);
            }
        });
    }

    /** Pods that are injected take the network of the values, all others that of the namespace. */
    private static void labels(MeshSnapshot mesh, String cluster, InvariantReport report) {
        for (IstiodValues values : Installed.all(mesh, cluster)) {
            mesh.resources(cluster, Namespace.class).stream()
                    .filter(namespace -> namespace.metadata().name().equals(values.namespace()))
                    .forEach(namespace -> {
                        String label = namespace.metadata().labels().getOrDefault(LABEL, "");
                        if (!label.isEmpty() && !values.network().isEmpty() && !label.equals(values.network())) {
                            report.error(
                                    MeshInvariant.NETWORK_LABELS_AGREE,
                                    List.of(cluster),
                                    namespace.key().toString(),
                                    "label " + LABEL + " is " + IssueText.quote(label) + ", the network of the values "
                                            + IssueText.quote(values.network())
                                            + ", so that pods that are not injected are in another network than the others",
                                    "give both the same name");
                        }
                    });
        }
    }

    private static boolean isHost(ClusterTopology cluster) {
        return cluster.install()
                .flatMap(ClusterInstall::role)
                .filter(InstallRole.host::equals)
                .isPresent();
    }

    private static void addNetwork(MeshResource gateway, Set<String> reachable) {
        String network = gateway.metadata().labels().getOrDefault(LABEL, "");
        if (!network.isEmpty()) {
            reachable.add(network);
        }
    }
}
