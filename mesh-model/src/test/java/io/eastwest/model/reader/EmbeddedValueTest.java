package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedValueTest {
    private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\n";

    private static EmbeddedValue<MeshConfig> config(String file) {
        List<Manifest> manifests = ManifestReader.strict().read("a.yaml", file).orThrow();
        return MeshConfigReader.readConfig(manifests.get(manifests.size() - 1)).orElseThrow();
    }

    private static String place(EmbeddedValue<?> value, String path) {
        return value.locate(DocumentPath.parse(path)).orElseThrow().toString();
    }

    @Test
    void aLiteralBlockKeepsLinesAndColumns() {
        EmbeddedValue<MeshConfig> config = config(HEAD + "data:\n  mesh: |\n\n    # a\n    ca:\n      address: b\n");

        assertThat(place(config, "ca.address")).isEqualTo("a.yaml:9:16");
        assertThat(place(config, "ca")).isEqualTo("a.yaml:8:5");
        assertThat(place(config, "ca.nothing")).isEqualTo("a.yaml:8:5");
    }

    @Test
    void aBlockMaySayItsIndentationAndKeepMoreOfIt() {
        EmbeddedValue<MeshConfig> config =
                config(HEAD + "data:\n  mesh: |2-\n      trustDomain: a\n      rootNamespace: b\n");

        assertThat(place(config, "rootNamespace")).isEqualTo("a.yaml:7:22");
    }

    @Test
    void laterDocumentsAndOtherLineBreaksCount() {
        String file = "---\n# one\n---\n" + HEAD + "data:\n  mesh: |-\n    trustDomain: a\n";

        assertThat(place(config(file), "trustDomain")).isEqualTo("a.yaml:9:18");
        assertThat(place(config(file.replace("\n", "\r\n")), "trustDomain")).isEqualTo("a.yaml:9:18");
    }

    @Test
    void everyPartOfAnotherTextStandsWhereTheTextDoes() {
        EmbeddedValue<MeshConfig> config = config(HEAD + "data: {mesh: \"ca:\\n  address: b\\n\"}\n");

        assertThat(config.value()).isPresent();
        assertThat(place(config, "ca.address")).isEqualTo("a.yaml:4:14");
    }

    @Test
    void issuesHavePathsAndPlacesOfTheDocument() {
        EmbeddedValue<MeshConfig> config = config(HEAD + "data:\n  mesh: |\n    trustDomain: 5\n");

        assertThat(config.value()).isEmpty();
        assertThat(config.issues())
                .extracting(Issue::toString)
                .containsExactly(
                        "ERROR data.mesh.trustDomain: must be a string but was the number 5; quote it: \"5\" [a.yaml:6:18] WRONG_TYPE");
    }

    @Test
    void aConfigMapThatCodeBuiltHasNoPlaces() {
        ConfigMap map = ConfigMap.builder()
                .metadata(ObjectMeta.of("istio-system", "istio"))
                .putData("mesh", "trustDomain: a")
                .build();
        EmbeddedValue<MeshConfig> config =
                MeshConfigReader.readConfig(Manifest.of(map)).orElseThrow();

        assertThat(config.value().orElseThrow().trustDomain()).contains("a");
        assertThat(config.locate(DocumentPath.parse("trustDomain"))).isEmpty();
        assertThat(MeshConfigReader.readNetworks(Manifest.of(map))).isEmpty();
    }
}
