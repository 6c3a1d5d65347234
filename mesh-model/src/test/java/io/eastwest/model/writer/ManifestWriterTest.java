package io.eastwest.model.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestWriterTest {
    private static final String TEXT = """
            spec:
              http:
              - timeout: 90000ms
                retries: {}
                route:
                - weight: 0
                  destination: {host: "8080", subset: ""}
                mirrorPercentage: {value: 20.0}
              gateways: []
              hosts:
              - on
            metadata: {labels: {b: x, a: "1.10"}, namespace: shop, name: reviews}
            kind: VirtualService
            apiVersion: networking.istio.io/v1beta1
            """;

    private static List<MeshResource> resources() {
        return ManifestReader.strict().read("f.yaml", TEXT).orThrow().stream()
                .map(Manifest::resource)
                .toList();
    }

    @Test
    void writesTheHeadFirstThenWireOrderAndNothingThatIsNotThere() {
        assertThat(ManifestWriter.toYaml(resources())).isEqualTo("""
                        apiVersion: networking.istio.io/v1beta1
                        kind: VirtualService
                        metadata:
                          name: reviews
                          namespace: shop
                          labels:
                            b: x
                            a: "1.10"
                        spec:
                          hosts:
                          - "on"
                          http:
                          - route:
                            - destination:
                                host: "8080"
                                subset: ""
                              weight: 0
                            timeout: "90s"
                            retries: {}
                            mirrorPercentage:
                              value: 20
                        """);
    }

    @Test
    void writesSeveralDocumentsWithMarkersBetweenThem() {
        MeshResource resource = resources().get(0);

        assertThat(ManifestWriter.toYaml(List.of(resource, resource)))
                .isEqualTo(ManifestWriter.toYaml(resource) + "---\n" + ManifestWriter.toYaml(resource));
        assertThat(ManifestWriter.toYaml(List.of())).isEmpty();
    }

    @Test
    void writesJsonWithTwoSpaces() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", 1);
        tree.putArray("b").add("x");
        tree.putArray("c");

        assertThat(ManifestWriter.toJson(tree)).isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            "x"
                          ],
                          "c": []
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "reviews | reviews",
                "a.b-c_d/e | a.b-c_d/e",
                "/path | /path",
                "NaN | NaN",
                "true | \"true\"",
                "Yes | \"Yes\"",
                "n | \"n\"",
                "nULL | \"nULL\"",
                "5 | \"5\"",
                "0o17 | \"0o17\"",
                "12:30:45 | \"12:30:45\"",
                "*.example.com | \"*.example.com\"",
                "a b | \"a b\"",
                "a:b | \"a:b\"",
                "~ | \"~\"",
                "<< | \"<<\"",
                "10s | \"10s\"",
                "\u00e4 | \"\u00e4\""
            })
    void quotesWhatAnyReaderMightTakeForSomethingElse(String text, String written) {
        assertThat(ManifestWriter.toYaml(JsonNodeFactory.instance.objectNode().put("a", text)))
                .isEqualTo("a: " + written + "\n");
    }

    @Test
    void writesCertificatesAsBlocks() {
        String pem = "-----BEGIN CERTIFICATE-----\nMIIB==\n-----END CERTIFICATE-----\n";

        assertThat(ManifestWriter.toYaml(JsonNodeFactory.instance.objectNode().put("ca.pem", pem)))
                .isEqualTo("""
                        ca.pem: |
                          -----BEGIN CERTIFICATE-----
                          MIIB==
                          -----END CERTIFICATE-----
                        """);
    }

    @Test
    void halfACharacterIsRefused() {
        ObjectNode half = JsonNodeFactory.instance.objectNode().put("a", "x\ud83dy");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManifestWriter.toYaml(half))
                .withMessageStartingWith("half of a character of two units has no form in UTF-8");
    }

    @Test
    void longTextsStayOnOneLine() {
        String text = "word ".repeat(100) + "end";

        assertThat(ManifestWriter.toYaml(JsonNodeFactory.instance.objectNode().put("a", text)))
                .isEqualTo("a: \"" + text + "\"\n");
    }

    @Test
    void filesStayInTheirFolder() {
        for (String path : List.of("../a", "/a", "a//b", "a/./b", "", "a\\b", "a/..")) {
            TreeMap<String, String> files = new TreeMap<>();
            files.put(path, "");
            assertThatIllegalArgumentException().isThrownBy(() -> FileTree.of(files));
        }
    }
}
