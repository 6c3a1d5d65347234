package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.writer.ManifestWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ReaderProperties {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String DOCUMENTS = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop, labels: {a: b}}
            spec:
              hosts: &h [reviews, "*.x"]
              http:
              - match:
                - uri: {prefix: /a}
                  headers: {x: {exact: "\\u00e4"}}
                route:
                - destination: {host: v1, port: {number: 80}}
                  weight: 5
                timeout: 1.5s
              gateways: *h
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            data: {a: aGk=}
            stringData:
              text: |
                a
                  b
            """;

    @Property
    void whatIsWrittenAsYamlIsRead(@ForAll("resources") UnknownResource resource) {
        assertRead("f.yaml", ManifestWriter.toYaml(resource), resource);
    }

    @Property
    void whatIsWrittenAsJsonIsRead(@ForAll("resources") UnknownResource resource) {
        assertRead("f.json", ManifestWriter.toJson(resource), resource);
        assertRead("f.yaml", ManifestWriter.toYaml(List.of(resource)), resource);
    }

    private static void assertRead(String name, String text, MeshResource expected) {
        ReadResult<List<Manifest>> result = ManifestReader.strict().read(name, text);

        assertThat(result.issues()).isEmpty();
        assertThat(result.orThrow()).hasSize(1);
        Manifest manifest = result.orThrow().get(0);
        assertThat(manifest.document().map(JsonNode::toString))
                .contains(((UnknownResource) expected).content().toString());
        assertThat(manifest.resource()).isEqualTo(expected);
    }

    @Property
    void changedBytesGiveIssuesAndNeverAnException(
            @ForAll @IntRange(max = 600) int at,
            @ForAll @IntRange(max = 3) int removed,
            @ForAll("snippets") String inserted) {
        String text = changed(DOCUMENTS, at, removed, inserted);

        ReadResult<List<Manifest>> result = ManifestReader.strict().read("f.yaml", text);

        assertThat(result.value()).isPresent();
        assertThat(result.issues()).allSatisfy(issue -> {
            assertThat(issue.location()).isPresent();
            assertThat(issue.toString())
                    .doesNotContain("\n")
                    .doesNotContain("io.eastwest")
                    .doesNotContain("java.");
        });
    }

    @Property
    void changedBytesOfJsonGiveIssuesAndNeverAnException(
            @ForAll @IntRange(max = 900) int at,
            @ForAll @IntRange(max = 3) int removed,
            @ForAll("snippets") String inserted) {
        List<MeshResource> resources = ManifestReader.strict().read("f.yaml", DOCUMENTS).orThrow().stream()
                .map(Manifest::resource)
                .toList();
        String text = changed(ManifestWriter.toJson(resources), at, removed, inserted);

        assertThat(ManifestReader.pruning().read("f.json", text).value()).isPresent();
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll String text) {
        assertThat(ManifestReader.strict().read("f.yaml", text).value()).isPresent();
        assertThat(ManifestReader.strict().read("f.json", text).value()).isPresent();
    }

    private static String changed(String text, int at, int removed, String inserted) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.min(at, bytes.length);
        int to = Math.min(from + removed, bytes.length);
        return new String(bytes, 0, from, StandardCharsets.UTF_8)
                + inserted
                + new String(bytes, to, bytes.length - to, StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> snippets() {
        Arbitrary<String> hard = Arbitraries.of(
                "",
                ":",
                " ",
                "\n",
                "- ",
                "{",
                "}",
                "[",
                "]",
                "'",
                "\"",
                "*h",
                "&a ",
                "!!int ",
                "null",
                "~",
                "? ",
                "<<",
                "---\n",
                "...\n",
                "%",
                "|",
                ">",
                "#",
                "\t",
                "\\",
                "\u0000",
                "\uFEFF",
                "0x",
                "1e99999",
                "@",
                "`",
                "\r",
                "\\ud800",
                "\\x",
                "\\U00110000",
                "%YAML 3.0\n---\n",
                "5",
                "true",
                ",",
                "\u2028");
        return Arbitraries.oneOf(hard, hard.list().ofMaxSize(4).map(list -> String.join("", list)));
    }

    @Provide
    Arbitrary<UnknownResource> resources() {
        return Arbitraries.maps(names(), json(3)).ofMaxSize(5).map(fields -> {
            ObjectNode content = JSON.objectNode();
            content.put("apiVersion", "example.com/v1").put("kind", "Any");
            content.set("metadata", JSON.objectNode().put("name", "any"));
            fields.forEach(content::putIfAbsent);
            return UnknownResource.of(ObjectMeta.of("any"), content);
        });
    }

    private static Arbitrary<JsonNode> json(int depth) {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                texts().map(JSON::textNode),
                Arbitraries.bigIntegers().map(ReaderProperties::integer),
                Arbitraries.bigDecimals()
                        .ofScale(7)
                        .between(new BigDecimal("-1e9"), new BigDecimal("1e9"))
                        .map(DecimalNode::valueOf),
                Arbitraries.of(JSON.nullNode(), JSON.booleanNode(true), JSON.booleanNode(false)));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> below = Arbitraries.lazy(() -> json(depth - 1));
        Arbitrary<JsonNode> lists =
                below.list().ofMaxSize(4).map(elements -> JSON.arrayNode().addAll(elements));
        Arbitrary<JsonNode> objects = Arbitraries.maps(names(), below)
                .ofMaxSize(4)
                .map(fields -> {
                    ObjectNode object = JSON.objectNode();
                    fields.forEach(object::set);
                    return object;
                });
        return Arbitraries.frequencyOf(Tuple.of(3, scalars), Tuple.of(1, lists), Tuple.of(1, objects));
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < 32) {
            return JSON.numberNode(value.intValueExact());
        }
        return value.bitLength() < 64 ? JSON.numberNode(value.longValueExact()) : JSON.numberNode(value);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8),
                texts().filter(text -> !text.isEmpty() && text.length() < 200));
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(
                "",
                "~",
                ".inf",
                "1_000",
                "y",
                "no",
                "=",
                "<<",
                "2026-01-01",
                "0o17",
                "12:30:45",
                "null",
                "True",
                "5",
                "-",
                "? a",
                "- a",
                "a: b",
                "a #b",
                "#",
                "|",
                ">",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{",
                "[",
                "'",
                "\"",
                " a",
                "a ",
                "a\nb",
                "a\n",
                "\na",
                "a\n\nb\n",
                "a\n ",
                "a\n\n",
                "  a\n b",
                "a\tb",
                "\t",
                "\u0085",
                "\u2028",
                "\ud83d\ude00",
                "\u00e4",
                "a\r\nb",
                "\u0007",
                "-----BEGIN X-----\nabc=\n-----END X-----\n",
                "---",
                "...",
                "---\na",
                "a\n---\nb",
                "/a/b",
                "a:",
                "1.0",
                "0x1F",
                "\uFEFF",
                "\u00a0a\nb",
                "\u3000\nb",
                "\\",
                "a\\nb");
        Arbitrary<String> any = Arbitraries.strings()
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c) || c >= 0xFFFE));
        return Arbitraries.oneOf(nasty, any, Arbitraries.strings().ascii().ofMaxLength(40));
    }
}
