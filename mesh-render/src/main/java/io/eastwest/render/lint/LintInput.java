package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.style.RenderValue;
import java.util.List;
import org.immutables.value.Value;

/** What is installed in one cluster. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface LintInput {
    /** {@return name of the cluster} */
    String cluster();

    /** {@return what it runs on} */
    @Value.Default
    default ClusterPlatform platform() {
        return ClusterPlatform.kubernetes;
    }

    /** {@return its resources; others than those of the operator are passed over} */
    List<Manifest> manifests();

    /** {@return what was found when they were read} */
    List<Issue> issues();

    /** {@return its Helm releases} */
    List<HelmRelease> releases();

    /**
     * Reads resources as an API server does: what it does not know is dropped and found.
     *
     * @param cluster name of the cluster
     * @param file name of the file, for messages
     * @param yaml the resources
     * @return the cluster
     */
    static LintInput read(String cluster, String file, String yaml) {
        ReadResult<List<Manifest>> result = ManifestReader.pruning().read(file, yaml);
        return builder()
                .cluster(cluster)
                .manifests(result.value().orElse(List.of()))
                .issues(result.issues())
                .build();
    }

    /**
     * A cluster of a mesh.
     *
     * @param mesh the mesh
     * @param cluster name of the cluster
     * @return the cluster
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    static LintInput of(MeshSnapshot mesh, String cluster) {
        return builder()
                .cluster(cluster)
                .platform(mesh.topology()
                        .spec()
                        .cluster(cluster)
                        .flatMap(ClusterTopology::platform)
                        .orElse(ClusterPlatform.kubernetes))
                .manifests(mesh.manifests(cluster))
                .build();
    }

    /** {@return an empty builder} */
    static LintInputBuilder builder() {
        return new LintInputBuilder();
    }
}
