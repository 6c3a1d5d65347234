package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.validation.ValidationLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the schema layer against what API servers took and refused. */
class AcceptedObjectsTest {
    private static final Path SHARED = Path.of(System.getProperty("eastwest.shared", ""));
    /** A line such as {@code cluster-1: routes.yaml: HTTPRoute shop/orders: API server: ...}. */
    private static final Pattern REFUSAL = Pattern.compile("[^ ]+: [^ ]+: ([A-Za-z]+) ([^ ]+): API server: ");

    @Test
    void theSamplesOfTheGatewayApiAreInOrder() {
        Path samples = folder("samples/gateway-api");

        List<Manifest> manifests = ManifestReader.strict().read(samples).value().orElseThrow();

        assertThat(manifests).hasSizeGreaterThan(70);
        assertThat(manifests.stream().flatMap(manifest -> SchemaValidation.check(manifest).stream()))
                .filteredOn(Issue::isError)
                .isEmpty();
    }

    @Test
    void ofTheRecordedMeshesExactlyWhatAnApiServerRefusedIsAnError() throws IOException {
        Map<String, Set<String>> refused = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        int objects = 0;
        for (Path mesh : meshes()) {
            MeshSnapshot snapshot =
                    MeshSnapshot.read(mesh, ManifestReader.pruning()).orThrow();
            for (String cluster : snapshot.clusters()) {
                objects += snapshot.manifests(cluster).size();
            }
            for (Issue issue : MeshValidation.check(snapshot, EnumSet.of(ValidationLayer.SCHEMA))) {
                if (issue.isError()) {
                    found.computeIfAbsent(mesh.getFileName().toString(), name -> new TreeSet<>())
                            .add(issue.resource().orElseThrow().toString());
                }
            }
            Matcher refusal = REFUSAL.matcher(Files.readString(mesh.resolve("recorded.yaml")));
            while (refusal.find()) {
                refused.computeIfAbsent(mesh.getFileName().toString(), name -> new TreeSet<>())
                        .add(refusal.group(1) + "/" + refusal.group(2));
            }
        }

        assertThat(objects).isGreaterThan(4000);
        assertThat(refused).isNotEmpty();
        assertThat(found).isEqualTo(refused);
    }

    private static List<Path> meshes() throws IOException {
        try (Stream<Path> files = Files.walk(folder("parity"), 3)) {
            return files.filter(file -> file.endsWith("topology.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static Path folder(String name) {
        Path folder = SHARED.resolve(name);
        assumeTrue(Files.isDirectory(folder), "set the property eastwest.shared to the folder that holds " + name);
        return folder;
    }
}
