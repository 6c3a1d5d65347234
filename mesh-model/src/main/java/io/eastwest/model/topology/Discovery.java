package io.eastwest.model.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which clusters a control plane reads. */
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
}
