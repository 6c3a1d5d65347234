package io.eastwest.model.sail;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.writer.ManifestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SailDefaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            v1; Istio; {}; {version: v1.30.3, namespace: istio-system, updateStrategy: {type: InPlace}}
            v1; Istio; {version: v1.29.6, updateStrategy: {type: RevisionBased}}; {version: v1.29.6, namespace: istio-system, updateStrategy: {type: RevisionBased}}
            v1; IstioCNI; {}; {version: v1.30.3, namespace: istio-cni}
            v1; ZTunnel; {}; {version: v1.30.3, namespace: ztunnel}
            v1; ZTunnel; {values: {ztunnel: {}}}; {version: v1.30.3, namespace: ztunnel, values: {ztunnel: {logLevel: info, terminationGracePeriodSeconds: 30}}}
            v1alpha1; ZTunnel; {}; {version: v1.30.3, namespace: ztunnel, profile: ambient}
            """)
    void areThoseThatAnApiServerWrites(String version, String kind, String given, String stored) {
        Object completed = defaulted(read(version, kind, given));

        assertThat(completed).isEqualTo(read(version, kind, stored));
    }

    private static Object defaulted(Object resource) {
        if (resource instanceof Istio istio) {
            return istio.withDefaults();
        }
        return resource instanceof IstioCni cni ? cni.withDefaults() : ((ZTunnel) resource).withDefaults();
    }

    private static Object read(String version, String kind, String spec) {
        String text = "{apiVersion: sailoperator.io/" + version + ", kind: " + kind
                + ", metadata: {name: default}, spec: " + spec + "}";
        return ManifestReader.strict().read("test.yaml", text).orThrow().get(0).resource();
    }

    @Test
    void applyToAnObjectWithoutASpecification() {
        Istio istio = Istio.builder().metadata(ObjectMeta.of("default")).build();

        assertThat(ManifestWriter.toTree(istio.withDefaults())
                        .path("spec")
                        .path("version")
                        .asText())
                .isEqualTo("v1.30.3");
    }
}
