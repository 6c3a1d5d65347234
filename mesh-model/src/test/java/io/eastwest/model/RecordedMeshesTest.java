package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.ManifestWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mesh of the recorded cases is read without an error and survives being written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedMeshesTest {
    static List<Path> meshes() {
        return RecordedMeshes.folders();
    }

    @Test
    void thereAreMeshesToRead() {
        assertThat(meshes()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void readsAndWritesAndReadsTheSame(Path mesh, @TempDir Path copy) {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(mesh, ManifestReader.pruning());
        assertThat(read.issues()).filteredOn(Issue::isError).isEmpty();

        MeshSnapshot snapshot = read.orThrow();
        snapshot.toFiles().writeTo(copy);
        MeshSnapshot again = MeshSnapshot.read(copy, ManifestReader.pruning()).orThrow();

        assertThat(again).isEqualTo(snapshot);
        assertThat(again.toFiles()).isEqualTo(snapshot.toFiles());
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void noValueOfADocumentIsLost(Path mesh) {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(mesh, ManifestReader.pruning());
        assumeTrue(read.issues().isEmpty(), "fields were left out on purpose");
        MeshSnapshot snapshot = read.orThrow();
        for (String cluster : snapshot.clusters()) {
            for (Manifest manifest : snapshot.manifests(cluster)) {
                JsonNode document = manifest.document().orElseThrow();

                assertThat(SameValue.of(ManifestWriter.toTree(manifest.resource())))
                        .isEqualTo(SameValue.of(document));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void everyResourceSurvivesJsonAndKeepsItsPlaces(Path mesh) {
        MeshSnapshot snapshot =
                MeshSnapshot.read(mesh, ManifestReader.pruning()).orThrow();
        for (String cluster : snapshot.clusters()) {
            List<MeshResource> resources = new ArrayList<>();
            for (Manifest manifest : snapshot.manifests(cluster)) {
                resources.add(manifest.resource());
                assertThat(manifest.location()).isPresent();
            }

            String json = ManifestWriter.toJson(resources);

            assertThat(ManifestReader.strict().read("all.json", json).orThrow())
                    .extracting(Manifest::resource)
                    .isEqualTo(resources);
        }
    }
}
