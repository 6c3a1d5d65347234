package io.eastwest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.samples.mesh.SampleMesh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The meshes that the samples show are what an analyzer has nothing to say about. */
class SampleMeshesAnalysisTest {
    private static final Path MESHES = Path.of("src/main/resources/mesh");

    static List<Path> meshes() throws IOException {
        try (Stream<Path> folders = Files.walk(MESHES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("topology.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areAllLookedAt() throws IOException {
        assertThat(meshes().stream().map(mesh -> MESHES.relativize(mesh).toString()))
                .containsExactlyInAnyOrderElementsOf(SampleMesh.names());
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void haveNoFindings(Path mesh) {
        assertThat(MeshAnalysis.check(MeshSnapshot.read(mesh).orThrow())).isEmpty();
    }
}
