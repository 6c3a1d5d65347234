package io.eastwest.samples.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.ManifestWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders of the samples: the same base in each, made by {@link SeedMesh}; {@code -Dgolden.update} writes it. */
class SampleFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/mesh");

    static Iterable<String> samples() {
        return SampleMesh.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void baseIsWhatTheCodeBuilds(String sample) throws Exception {
        Map<String, String> expected = base(sample);
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            FileTree.of(expected).writeTo(RESOURCES.resolve(sample));
        }

        Map<String, String> files = new TreeMap<>();
        for (String path : expected.keySet()) {
            files.put(path, Files.readString(RESOURCES.resolve(sample).resolve(path)));
        }
        assertThat(files).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void meshIsReadWithoutAProblem(String sample) {
        var result = MeshSnapshot.read(SampleMesh.folder(sample));

        assertThat(result.issues()).isEmpty();
        MeshSnapshot mesh = result.orThrow();
        assertThat(mesh.clusters()).containsExactly("cluster-1", "cluster-2");
        assertThat(mesh.manifests("cluster-1").stream().map(Manifest::toString))
                .as("places of its resources")
                .allMatch(text -> text.matches(".+ \\[clusters/cluster-1/.+\\.yaml:\\d+:1]"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void folderHoldsNoForgottenBaseFile(String sample) throws Exception {
        try (var files = Files.walk(RESOURCES.resolve(sample))) {
            assertThat(files.map(file ->
                                    RESOURCES.resolve(sample).relativize(file).toString())
                            .filter(path -> path.contains("/base/")))
                    .isSubsetOf(base(sample).keySet());
        }
    }

    @Test
    void unknownSampleIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleMesh.folder("failure"))
                .withMessage("no sample \"failure\"; there are " + SampleMesh.names());
    }

    /** All of the base, but a sample about the mesh configuration or the topology has one of its own. */
    private static Map<String, String> base(String sample) {
        Map<String, String> files = new TreeMap<>();
        files.put("topology.yaml", ManifestWriter.toYaml(SeedMesh.topology(sample.replace('/', '-'))));
        SeedMesh.files().forEach((path, resources) -> files.put(path, ManifestWriter.toYaml(resources)));
        if (sample.equals("cluster-local")) {
            files.keySet().removeIf(path -> path.endsWith("mesh-config.yaml"));
        }
        if (sample.equals("primary-remote")) {
            files.keySet().remove("topology.yaml");
            files.keySet().remove("clusters/cluster-2/base/mesh-config.yaml");
        }
        return files;
    }
}
