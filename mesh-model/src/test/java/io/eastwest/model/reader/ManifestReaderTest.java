package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.istio.networking.VirtualService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {
    private static final String REVIEWS = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews
              namespace: shop
              creationTimestamp: 2026-01-01T00:00:00Z
              managedFields: [{manager: kubectl}]
            spec:
              hosts: [reviews]
              http:
              - route:
                - destination:
                    host: v1
              - match:
                - uri: {prefix: /a}
                route:
                - destination: {host: v2}
                  weight:
                    7
            status: {}
            """;

    private static Manifest one(String text) {
        List<Manifest> manifests = ManifestReader.strict().read("f.yaml", text).orThrow();
        assertThat(manifests).hasSize(1);
        return manifests.get(0);
    }

    private static List<String> keys(ReadResult<List<Manifest>> result) {
        return result.value().orElseThrow().stream()
                .map(manifest -> manifest.resource().key().toString())
                .toList();
    }

    @Nested
    class Resources {
        @Test
        void areTypedValues() {
            MeshResource resource = one(REVIEWS).resource();

            assertThat(resource).isInstanceOf(VirtualService.class);
            assertThat(resource.key())
                    .isEqualTo(ResourceKey.of("networking.istio.io", "VirtualService", "shop", "reviews"));
            assertThat(resource.metadata().creationTimestamp()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        }

        @Test
        void withoutANamespaceAreInTheDefaultOneWhenTheirKindHasNamespaces() {
            String text = """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: a}
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: b}
                    """;

            assertThat(keys(ManifestReader.strict().read("f.yaml", text)))
                    .containsExactly("VirtualService/default/a", "Namespace/b");
        }

        @Test
        void ofUnknownKindsAreKeptWhole() {
            Manifest manifest = one("""
                    apiVersion: example.com/v1
                    kind: Foo
                    metadata: {name: a, namespace: b}
                    anything: [null, 1.50, 18446744073709551616, {x: null}, 1e3]
                    """);

            assertThat(manifest.resource()).isInstanceOf(UnknownResource.class);
            assertThat(((UnknownResource) manifest.resource()).content())
                    .hasToString("{\"apiVersion\":\"example.com/v1\",\"kind\":\"Foo\","
                            + "\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"},"
                            + "\"anything\":[null,1.50,18446744073709551616,{\"x\":null},1E+3]}");
        }

        @Test
        void ofListsAreTakenOneByOneWithPlacesOfTheirOwn() {
            String text = """
                    apiVersion: v1
                    kind: List
                    items:
                    - apiVersion: v1
                      kind: Namespace
                      metadata: {name: a}
                    - apiVersion: v1
                      kind: Namespace
                      metadata:
                        name: b
                    """;

            List<Manifest> manifests =
                    ManifestReader.strict().read("f.yaml", text).orThrow();

            assertThat(manifests)
                    .extracting(manifest ->
                            manifest.locate(DocumentPath.parse("metadata.name")).orElseThrow())
                    .containsExactly(new SourceLocation("f.yaml", 6, 20), new SourceLocation("f.yaml", 10, 11));
        }

        @Test
        void withAnErrorDoNotStopTheOthers() {
            String text = """
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: a}
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: 5}
                    ---
                    {
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: c}
                    """;

            ReadResult<List<Manifest>> result = ManifestReader.strict().read("f.yaml", text);

            assertThat(keys(result)).containsExactly("Namespace/a", "Namespace/c");
            assertThat(result.issues())
                    .extracting(Issue::code)
                    .containsExactly(IssueCode.WRONG_TYPE, IssueCode.NOT_YAML);
            assertThatExceptionOfType(InvalidResourceException.class)
                    .isThrownBy(result::orThrow)
                    .satisfies(thrown -> assertThat(thrown.issues()).hasSize(2));
        }
    }

    @Nested
    class Places {
        private SourceLocation place(String path) {
            return one(REVIEWS).source().find(DocumentPath.parse(path)).orElseThrow();
        }

        @Test
        void areWhereAValueStarts() {
            assertThat(place("metadata.name")).isEqualTo(new SourceLocation("f.yaml", 4, 9));
            assertThat(place("spec.hosts[0]")).isEqualTo(new SourceLocation("f.yaml", 9, 11));
            assertThat(place("spec.http[1].route[0].destination.host")).isEqualTo(new SourceLocation("f.yaml", 17, 27));
        }

        @Test
        void areTheFieldNameWhenTheValueStartsBelow() {
            assertThat(place("spec.http")).isEqualTo(new SourceLocation("f.yaml", 10, 3));
            assertThat(place("spec.http[1].route[0].weight")).isEqualTo(new SourceLocation("f.yaml", 18, 7));
        }

        @Test
        void ofWhatIsNotThereAreThoseOfTheNearestParent() {
            Manifest manifest = one(REVIEWS);
            DocumentPath path = DocumentPath.parse("spec.http[1].timeout");

            assertThat(manifest.source().find(path)).isEmpty();
            assertThat(manifest.locate(path)).contains(new SourceLocation("f.yaml", 14, 5));
            assertThat(Manifest.of(manifest.resource()).locate(path)).isEmpty();
        }

        @Test
        void countCharactersAndNotTheirHalves() {
            assertThat(one("{apiVersion: x/v1, kind: X, a: \ud83d\ude00, b: c}")
                            .source()
                            .find(DocumentPath.parse("b")))
                    .contains(new SourceLocation("f.yaml", 1, 38));
        }
    }

    @Nested
    class UnknownFieldsOfAKind {
        private static final String TEXT = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a}
                spec:
                  hosts: [a]
                  wrong: {x: 1}
                """;

        @Test
        void areErrorsToTheStrictReader() {
            assertThat(ManifestReader.strict().read("f.yaml", TEXT).hasErrors()).isTrue();
        }

        @Test
        void areLeftOutWithAWarningByThePruningReaderThatKeepsTheDocument() {
            ReadResult<List<Manifest>> result = ManifestReader.pruning().read("f.yaml", TEXT);

            assertThat(result.issues())
                    .extracting(Issue::toString)
                    .containsExactly("WARNING VirtualService/default/a spec.wrong: unknown field, left out as an API"
                            + " server does; known is one of exportTo, gateways, hosts, http, tcp, tls [f.yaml:6:3]"
                            + " FIELD_PRUNED");
            assertThat(result.orThrow()
                            .get(0)
                            .document()
                            .map(document -> document.at("/spec/wrong/x").intValue()))
                    .contains(1);
        }
    }

    @Nested
    class Texts {
        @Test
        void mayBeJsonWithSeveralValuesAndTabs() {
            String text = """
                    {
                    \t"apiVersion": "v1", "kind": "Namespace",
                    \t"metadata": {"name": "a\\/b", "labels": {"x": "\\ud83d\\ude00"}}
                    }
                    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": 5}}
                    """;

            ReadResult<List<Manifest>> result = ManifestReader.strict().read("f.json", text);

            assertThat(keys(result)).containsExactly("Namespace/a/b");
            assertThat(result.issues())
                    .extracting(Issue::toString)
                    .containsExactly("ERROR Namespace/ metadata.name: must be a string but was the number 5; quote it:"
                            + " \"5\" [f.json:5:64] WRONG_TYPE");
        }

        @Test
        void ofBrokenJsonAreReportedAtTheirPlace() {
            assertThat(ManifestReader.strict()
                            .read("f.json", "{\"a\": 1,\n \"a\": tru")
                            .issues())
                    .extracting(Issue::toString)
                    .containsExactly("ERROR this is not JSON: unknown word [f.json:2:7] NOT_YAML");
        }

        @Test
        void mayStartWithAByteOrderMarkAndEndLinesAsTheyLike() {
            String text = """
                    apiVersion: v1
                    kind: Namespace
                    metadata:
                      name: a
                    ---
                    apiVersion: v1
                    kind: Namespace
                    metadata:
                      name: b
                    """;
            String other = "\uFEFF" + text.replace("\n", "\r\n");

            List<Manifest> manifests =
                    ManifestReader.strict().read("f.yaml", other).orThrow();

            assertThat(manifests)
                    .extracting(Manifest::toString)
                    .containsExactly("Namespace/a [f.yaml:1:1]", "Namespace/b [f.yaml:6:1]");
        }

        @Test
        void mayHaveDirectivesAndEndMarkers() {
            String text = """
                    # comment
                    %YAML 1.2
                    ---
                    {apiVersion: v1, kind: Namespace, metadata: {name: a}}
                    ...
                    # nothing
                    ---
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: b}
                    data:
                      text: |
                        --- no marker
                         ---
                    """;

            assertThat(keys(ManifestReader.strict().read("f.yaml", text)))
                    .containsExactly("Namespace/a", "ConfigMap/default/b");
        }

        @Test
        void mayRepeatValuesByAliases() {
            Manifest manifest = one("""
                    apiVersion: x/v1
                    kind: X
                    a: &a {b: [1, {c: d}]}
                    e: [*a, *a]
                    """);

            JsonNode content = ((UnknownResource) manifest.resource()).content();
            assertThat(content.get("e")).hasToString("[{\"b\":[1,{\"c\":\"d\"}]},{\"b\":[1,{\"c\":\"d\"}]}]");
            assertThat(manifest.source().find(DocumentPath.parse("e[1]"))).contains(new SourceLocation("f.yaml", 4, 9));
            assertThat(manifest.source().find(DocumentPath.parse("e[1].b[1].c")))
                    .contains(new SourceLocation("f.yaml", 3, 19));
        }
    }

    @Nested
    class Folders {
        @TempDir
        Path folder;

        private void write(String name, String resource) throws IOException {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{apiVersion: v1, kind: Namespace, metadata: {name: " + resource + "}}\n");
        }

        @Test
        void areReadByNameWhateverTheExtension() throws IOException {
            write("b.yml", "second");
            write("a/z.yaml", "first");
            Files.writeString(
                    folder.resolve("c.JSON"),
                    "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"third\"}}");
            write("d.txt", "never");
            write(".hidden/a.yaml", "never");
            write("kustomization.yaml", "never");
            write("a/kustomization.yml", "never");

            assertThat(ManifestReader.strict().read(folder).orThrow())
                    .extracting(Manifest::toString)
                    .containsExactly(
                            "Namespace/first [a/z.yaml:1:1]",
                            "Namespace/second [b.yml:1:1]",
                            "Namespace/third [c.JSON:1:1]");
        }

        @Test
        void areNotLeftBySymbolicLinks() throws IOException {
            write("in/a.yaml", "a");
            write("out/b.yaml", "b");
            Files.createSymbolicLink(folder.resolve("in/link.yaml"), folder.resolve("out/b.yaml"));
            Files.createSymbolicLink(folder.resolve("in/round"), folder.resolve("in"));
            Files.createSymbolicLink(folder.resolve("in/up"), folder.resolve("out"));

            ReadResult<List<Manifest>> result = ManifestReader.strict().read(folder.resolve("in"));

            assertThat(keys(result)).containsExactly("Namespace/a");
            assertThat(result.issues())
                    .extracting(Issue::toString)
                    .containsExactly(
                            "WARNING symbolic link leads out of the folder that is read and is left out; copy the file"
                                    + " into the folder [link.yaml:1:1] LINK_LEAVES_ROOT",
                            "WARNING symbolic link leads out of the folder that is read and is left out; copy the file"
                                    + " into the folder [up:1:1] LINK_LEAVES_ROOT");
        }

        @Test
        void thatDoNotExistAndBytesThatAreNoTextAreIssues() throws IOException {
            Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});

            assertThat(ManifestReader.strict().read(folder).issues())
                    .extracting(Issue::toString)
                    .containsExactly("ERROR this is not YAML: the bytes are not UTF-8 [a.yaml:1:1] NOT_YAML");
            assertThat(ManifestReader.strict().read(folder.resolve("b.yaml")).issues())
                    .extracting(Issue::toString)
                    .containsExactly("ERROR cannot be read [b.yaml:1:1] FILE_UNREADABLE");
        }

        @Test
        void mayBeASingleFile() throws IOException {
            Path file = folder.resolve("one.yaml");
            Files.write(
                    file,
                    "{apiVersion: v1, kind: Namespace, metadata: {name: \u00e4}}".getBytes(StandardCharsets.UTF_8));

            assertThat(ManifestReader.strict().read(file).orThrow())
                    .extracting(Manifest::toString)
                    .containsExactly("Namespace/\u00e4 [one.yaml:1:1]");
        }
    }
}
