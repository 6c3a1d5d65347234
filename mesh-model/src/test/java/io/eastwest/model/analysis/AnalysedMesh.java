package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mesh written in the test: clusters and their documents. */
final class AnalysedMesh {
    private final List<ClusterTopology> clusters = new ArrayList<>();
    private final Map<String, List<Manifest>> manifests = new LinkedHashMap<>();

    private AnalysedMesh() {}

    /** A mesh of one cluster, {@code east}. */
    static AnalysedMesh of(String... documents) {
        return new AnalysedMesh().cluster(ClusterTopology.of("east"), documents);
    }

    static AnalysedMesh empty() {
        return new AnalysedMesh();
    }

    AnalysedMesh cluster(ClusterTopology cluster, String... documents) {
        clusters.add(cluster);
        String text = String.join("\n---\n", documents);
        manifests.put(
                cluster.name(),
                ManifestReader.strict().read(cluster.name() + ".yaml", text).orThrow());
        return this;
    }

    MeshSnapshot snapshot() {
        MeshTopologySpec spec =
                MeshTopologySpec.builder().addAllClusters(clusters).build();
        MeshSnapshotBuilder builder = MeshSnapshot.builder(MeshTopology.of("shop", spec));
        manifests.forEach(builder::addManifests);
        return builder.build();
    }

    /** The lines of these codes; at least one code. */
    List<String> lines(IssueCode... codes) {
        assertThat(codes).isNotEmpty();
        return MeshAnalysis.check(snapshot()).stream()
                .filter(issue -> Arrays.asList(codes).contains(issue.code()))
                .map(Issue::toString)
                .toList();
    }
}
