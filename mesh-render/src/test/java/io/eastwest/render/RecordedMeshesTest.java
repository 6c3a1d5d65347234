package io.eastwest.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every recorded mesh, written as a tree and read back. */
class RecordedMeshesTest {
    private static final Path CASES =
            Path.of(System.getProperty("eastwest.shared", "../../shared")).resolve("parity");

    @Test
    void areReadBackEqual(@TempDir Path folder) throws Exception {
        assumeThat(CASES).as("recorded cases in eastwest.shared").isDirectory();
        List<Path> cases;
        try (Stream<Path> paths = Files.find(CASES, 3, (path, a) -> path.endsWith("topology.yaml"))) {
            cases = paths.map(Path::getParent).sorted().toList();
        }

        assertThat(cases).hasSizeGreaterThan(100).allSatisfy(path -> {
            MeshSnapshot mesh =
                    MeshSnapshot.read(path, ManifestReader.pruning()).orThrow();
            MeshTree tree = MeshTree.of(mesh);
            Path target = folder.resolve(CASES.relativize(path).toString());

            tree.writeTo(target);

            assertThat(MeshSnapshot.read(target, ManifestReader.strict()).orThrow())
                    .isEqualTo(tree.snapshot());
            for (String cluster : mesh.clusters()) {
                assertThat(tree.snapshot().manifests(cluster))
                        .containsExactlyInAnyOrderElementsOf(mesh.manifests(cluster));
            }
        });
    }
}
