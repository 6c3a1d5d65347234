package io.eastwest.model.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which clusters a control plane reads, and from which one it is configured. */
final class Discovery {
    private Discovery() {}

    static List<String> visibleTo(MeshTopologySpec mesh, String controlPlane) {
        Set<String> names = new LinkedHashSet<>();
        names.add(controlPlane);
        names.addAll(mesh.cluster(controlPlane)
                .flatMap(ClusterTopology::discovers)
                .orElseGet(() ->
                        mesh.clusters().stream().map(ClusterTopology::name).toList()));
        return new ArrayList<>(names);
    }

    static String configurationOf(MeshTopologySpec mesh, ClusterTopology cluster) {
        String server = cluster.controlPlaneOrDefault();
        if (server.equals(cluster.name())
                || mesh.cluster(server)
                        .filter(each -> has(each, InstallRole.host))
                        .isEmpty()) {
            return server;
        }
        if (has(cluster, InstallRole.config)) {
            return cluster.name();
        }
        return mesh.clusters().stream()
                .filter(each -> has(each, InstallRole.config)
                        && each.controlPlaneOrDefault().equals(server))
                .map(ClusterTopology::name)
                .findFirst()
                .orElse(server);
    }

    private static boolean has(ClusterTopology cluster, InstallRole role) {
        return cluster.install().flatMap(ClusterInstall::role).equals(Optional.of(role));
    }
}
