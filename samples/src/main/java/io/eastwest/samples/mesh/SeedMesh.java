package io.eastwest.samples.mesh;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.topology.MeshTopologySpecBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mesh that all samples start from, built in code: two primary clusters on two networks in two regions, each with
 * an east-west gateway, a {@code frontend} and a {@code mybackend-app} of two pods in two zones. It has no routing rules.
 */
public final class SeedMesh {
    private static final List<SeedCluster> CLUSTERS = List.of(
            new SeedCluster("cluster-1", "network1", "region1", 1),
            new SeedCluster("cluster-2", "network2", "region2", 2));

    private SeedMesh() {}

    /** {@return the mesh} */
    public static MeshSnapshot snapshot() {
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology("seed"));
        for (SeedCluster cluster : CLUSTERS) {
            cluster.files().values().forEach(resources -> mesh.addAll(cluster.name(), resources));
        }
        return mesh.build();
    }

    /**
     * What no manifest says.
     *
     * @param name name of the mesh, for people
     * @return the topology
     */
    static MeshTopology topology(String name) {
        MeshTopologySpecBuilder mesh = MeshTopologySpec.builder().meshId("mesh1");
        for (SeedCluster cluster : CLUSTERS) {
            mesh.addCluster(ClusterTopology.builder()
                    .name(cluster.name())
                    .network(cluster.network())
                    .build());
        }
        return MeshTopology.of(name, mesh.build());
    }

    /** {@return resources by the path of the file that holds them in the folder of a sample} */
    static Map<String, List<MeshResource>> files() {
        Map<String, List<MeshResource>> files = new LinkedHashMap<>();
        for (SeedCluster cluster : CLUSTERS) {
            cluster.files()
                    .forEach((name, resources) -> files.put("clusters/" + cluster.name() + "/base/" + name, resources));
        }
        return files;
    }
}
