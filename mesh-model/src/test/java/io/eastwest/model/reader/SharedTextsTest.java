package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.kubernetes.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
    private final ManifestReader reader = ManifestReader.strict();

    private Manifest pod(String name, int linesBefore, String node) {
        return reader.read(
                        "pods.yaml",
                        "#\n".repeat(linesBefore) + """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: NAME
                          namespace: shop
                          labels: {app: web}
                        spec: {nodeName: NODE}
                        """.replace("NAME", name).replace("NODE", node))
                .orThrow()
                .get(0);
    }

    private static Pod resource(Manifest manifest) {
        return (Pod) manifest.resource();
    }

    @Test
    void equalValuesOfDifferentFilesAreOneObject() {
        Manifest one = pod("web-1", 0, "node-1");
        Manifest two = pod("web-2", 0, "node-1");

        assertThat(resource(two).metadata().namespace().orElseThrow())
                .isSameAs(resource(one).metadata().namespace().orElseThrow());
        assertThat(resource(two).spec().nodeName().orElseThrow())
                .isSameAs(resource(one).spec().nodeName().orElseThrow());
        assertThat(resource(two).metadata().name()).isEqualTo("web-2");
    }

    @Test
    void documentsOfOneShapeKeepTheirOwnPlaces() {
        DocumentPath node = DocumentPath.parse("spec.nodeName");
        List<Manifest> manifests =
                List.of(pod("web-1", 0, "node-1"), pod("web-2", 100, "node-2"), pod("web-3", 70_000, "n"));

        assertThat(manifests.stream()
                        .map(each -> each.locate(node).orElseThrow().toString()))
                .containsExactly("pods.yaml:7:18", "pods.yaml:107:18", "pods.yaml:70007:18");
    }

    @Test
    void columnsAndLinesBeyondSixteenBitsStayExact() {
        String wide = " ".repeat(70_000);
        Manifest far =
                reader.read("pods.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web,WIDE namespace: shop}
                        """.replace("WIDE", wide)).orThrow().get(0);

        assertThat(far.locate(DocumentPath.parse("metadata.namespace"))
                        .orElseThrow()
                        .column())
                .isEqualTo(34 + 70_000);
        assertThat(resource(far).metadata().namespace()).contains("shop");
    }
}
