package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a real control plane was given: the recorded meshes, held against what its webhook said, and upstream samples. */
class AcceptedManifestsTest {
    private static final Path SHARED = Path.of(System.getProperty("eastwest.shared", ""));
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final Set<ValidationLayer> LAYERS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ValidationLayer.SCHEMA)));

    /** {@code <cluster>: [<file>:] <Kind> [<namespace>/]<name>: webhook warns|webhook rejects|API server: ...} */
    private static final Pattern SAID = Pattern.compile("(?<cluster>[^: ]+): (?:[^: ]+\\.ya?ml: )?"
            + "(?<kind>[A-Z]\\w+) (?<name>[^: ]+): (?<who>webhook warns|webhook rejects|API server): .*");

    @Test
    void noObjectOfARecordedMeshIsRefusedUnlessItWasRefused() throws IOException {
        Set<String> refused = new TreeSet<>();
        Set<String> recorded = new TreeSet<>();
        for (Path mesh : meshes()) {
            recorded(mesh, recorded, "webhook rejects");
            issues(mesh, LAYERS).filter(Said::isError).map(Said::object).forEach(refused::add);
        }

        assertThat(refused).isEqualTo(recorded).hasSizeGreaterThan(3);
    }

    @Test
    void policiesThatWereWarnedAboutAreThoseThatWeWarnAbout() throws IOException {
        Set<String> warned = new TreeSet<>();
        Set<String> recorded = new TreeSet<>();
        for (Path mesh : meshes()) {
            recorded(mesh, recorded, "webhook warns");
            issues(mesh, EnumSet.of(ValidationLayer.WEBHOOK))
                    .filter(said -> !said.isError())
                    .map(Said::object)
                    .forEach(warned::add);
        }
        recorded.removeIf(object -> !isOfPolicy(object));
        warned.removeIf(object -> !isOfPolicy(object));

        assertThat(warned).isEqualTo(recorded).hasSizeGreaterThan(15);
    }

    private static boolean isOfPolicy(String object) {
        return Stream.of("AuthorizationPolicy", "RequestAuthentication", "Telemetry", "WasmPlugin", "TrafficExtension")
                .anyMatch(kind -> object.contains(": " + kind + "/"));
    }

    @Test
    void upstreamSamplesAreTaken() throws IOException {
        assumeTrue(
                Files.isDirectory(SHARED.resolve("samples")),
                "set the property eastwest.shared to a folder of samples");
        List<String> errors = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(SHARED.resolve("samples/istio/samples"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (Manifest manifest :
                        ManifestReader.pruning().read(file).value().orElse(List.of())) {
                    count++;
                    MeshValidation.check(manifest, LAYERS).stream()
                            .filter(Issue::isError)
                            .forEach(issue -> errors.add(file + ": " + issue));
                }
            }
        }

        assertThat(errors).isEmpty();
        assertThat(count).isGreaterThan(50);
    }

    private static List<Path> meshes() throws IOException {
        assumeTrue(
                Files.isDirectory(SHARED.resolve("parity")), "set the property eastwest.shared to a folder of parity");
        try (Stream<Path> files = Files.walk(SHARED.resolve("parity"), 3)) {
            return files.filter(file -> file.endsWith("recorded.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static void recorded(Path mesh, Set<String> objects, String who) throws IOException {
        JsonNode warnings =
                MAPPER.readTree(mesh.resolve("recorded.yaml").toFile()).path("warnings");
        for (JsonNode warning : warnings) {
            Matcher said = SAID.matcher(warning.asText());
            if (said.matches() && said.group("who").equals(who)) {
                objects.add(name(mesh, said.group("cluster"), said.group("kind") + "/" + said.group("name")));
            }
        }
    }

    private record Said(String object, boolean isError) {}

    private static Stream<Said> issues(Path mesh, Set<ValidationLayer> layers) {
        MeshSnapshot snapshot =
                MeshSnapshot.read(mesh, ManifestReader.pruning()).orThrow();
        return snapshot.clusters().stream()
                .flatMap(cluster -> snapshot.manifests(cluster).stream().flatMap(manifest -> {
                    String object =
                            name(mesh, cluster, manifest.resource().key().toString());
                    return MeshValidation.check(manifest, layers).stream()
                            .map(issue -> new Said(object, issue.isError()));
                }));
    }

    private static String name(Path mesh, String cluster, String object) {
        return mesh.getFileName() + ": " + cluster + ": " + object;
    }
}
