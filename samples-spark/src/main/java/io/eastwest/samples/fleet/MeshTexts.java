package io.eastwest.samples.fleet;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A mesh as text: what a driver sends to the tasks. Snapshots and routers are made where they are asked and never leave a task.
 *
 * @param name name of the mesh
 * @param topology its topology
 * @param clusters the manifests of each cluster
 */
public record MeshTexts(String name, String topology, List<ClusterText> clusters) implements Serializable {
    /**
     * One cluster.
     *
     * @param name name of the cluster
     * @param manifests its manifests
     */
    public record ClusterText(String name, String manifests) implements Serializable {}

    /**
     * Copies the list.
     *
     * @param name name of the mesh
     * @param topology its topology
     * @param clusters the manifests of each cluster
     */
    public MeshTexts {
        // A plain list is what Java serialises in any version.
        clusters = new ArrayList<>(clusters);
    }

    MeshSnapshot read() {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology read = (MeshTopology)
                reader.read("topology.yaml", topology).orThrow().get(0).resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(read);
        for (ClusterText cluster : clusters) {
            mesh.addManifests(
                    cluster.name(),
                    reader.read(cluster.name() + ".yaml", cluster.manifests()).orThrow());
        }
        return mesh.build();
    }
}
