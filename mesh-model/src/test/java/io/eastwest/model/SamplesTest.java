package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.writer.ManifestWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests of the upstream projects are read without loss, and refused only where upstream refuses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesTest {
    /** File, kind and name of the object, code; why upstream refuses it stands in the comment above each line. */
    private static final String REFUSED = "/samples/refused.txt";

    private final Path samples =
            Path.of(System.getProperty("eastwest.shared", "")).resolve("samples");

    List<Path> files() {
        assumeTrue(Files.isDirectory(samples), "set the property eastwest.shared to the folder that holds samples");
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreFilesToRead() {
        assertThat(files()).hasSizeGreaterThan(100);
    }

    @Test
    void noneIsRefusedButThoseThatUpstreamRefuses() {
        List<String> refused = new ArrayList<>();
        for (Path file : files()) {
            ReadResult<List<Manifest>> read = ManifestReader.strict().read(file, samples);
            List<Issue> issues = new ArrayList<>(read.issues());
            read.value().orElseThrow().forEach(manifest -> issues.addAll(MeshValidation.check(manifest)));
            issues.stream()
                    .filter(Issue::isError)
                    .map(issue -> samples.relativize(file).toString().replace('\\', '/') + " "
                            + issue.resource()
                                    .map(key -> key.kind() + "/" + key.name())
                                    .orElse("-")
                            + " " + issue.code() + " " + issue.path())
                    .forEach(refused::add);
        }

        assertThat(refused).containsExactlyInAnyOrderElementsOf(expected());
    }

    @ParameterizedTest
    @MethodSource("files")
    void noValueIsLost(Path file) {
        for (Manifest manifest : read(file)) {
            JsonNode document = manifest.document().orElseThrow();

            assertThat(SameValue.of(ManifestWriter.toTree(manifest.resource()))).isEqualTo(SameValue.of(document));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenIsReadAgain(Path file) {
        List<MeshResource> resources =
                read(file).stream().<MeshResource>map(Manifest::resource).toList();
        String yaml = ManifestWriter.toYaml(resources);
        String json = ManifestWriter.toJson(resources);

        assertThat(readAgain("a.yaml", yaml)).isEqualTo(resources);
        assertThat(readAgain("a.json", json)).isEqualTo(resources);
        assertThat(readAgain("list.yaml", json)).isEqualTo(resources);
        assertThat(ManifestWriter.toYaml(readAgain("a.yaml", yaml))).isEqualTo(yaml);
        assertThat(ManifestWriter.toJson(readAgain("a.json", json))).isEqualTo(json);
    }

    /** Those that the strict reader refuses are read without what it refuses. */
    private List<Manifest> read(Path file) {
        ReadResult<List<Manifest>> strict = ManifestReader.strict().read(file, samples);
        return strict.value().orElseThrow();
    }

    private static List<MeshResource> readAgain(String name, String text) {
        return ManifestReader.strict().read(name, text).orThrow().stream()
                .<MeshResource>map(Manifest::resource)
                .toList();
    }

    private static List<String> expected() {
        try (InputStream stream = SamplesTest.class.getResourceAsStream(REFUSED)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
