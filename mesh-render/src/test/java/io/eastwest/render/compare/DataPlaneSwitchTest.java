package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.writer.ManifestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataPlaneSwitchTest {
    private static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              labels:
                LABEL
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: api
              namespace: shop
              FIELD
            spec:
              containers:
              - name: app
                image: registry.example.com/api:1
            """;
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: KIND
            metadata: {name: api, namespace: shop}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata:
                  labels:
                    app: api
                    LABEL
                spec: {containers: [{name: app, image: "registry.example.com/api:1"}]}
            """;

    private static MeshResource resource(String yaml) {
        return ManifestReader.strict().read("test.yaml", yaml).orThrow().get(0).resource();
    }

    private static void turns(String sidecar, String ambient) {
        MeshResource one = resource(sidecar);
        MeshResource other = resource(ambient);

        assertThat(ManifestWriter.toYaml(new DataPlaneSwitch(DataPlane.ambient).apply(one)))
                .isEqualTo(ManifestWriter.toYaml(other));
        assertThat(ManifestWriter.toYaml(new DataPlaneSwitch(DataPlane.sidecar).apply(other)))
                .isEqualTo(ManifestWriter.toYaml(one));
        assertThat(new DataPlaneSwitch(DataPlane.sidecar).apply(one)).isEqualTo(one);
        assertThat(new DataPlaneSwitch(DataPlane.ambient).apply(other)).isEqualTo(other);
    }

    @Test
    void namespacesAreInjectedOrCaptured() {
        turns(
                NAMESPACE.replace("LABEL", "istio-injection: enabled"),
                NAMESPACE.replace("LABEL", "istio.io/dataplane-mode: ambient"));
    }

    @Test
    void namespacesOfARevisionAreCapturedToo() {
        MeshResource injected = resource(NAMESPACE.replace("LABEL", "istio.io/rev: canary"));

        assertThat(new DataPlaneSwitch(DataPlane.ambient).apply(injected))
                .isEqualTo(resource(NAMESPACE.replace("LABEL", "istio.io/dataplane-mode: ambient")));
    }

    @Test
    void podsThatRunAreMarked() {
        turns(
                POD.replace("FIELD", "labels: {security.istio.io/tlsMode: istio}"),
                POD.replace("FIELD", "annotations: {ambient.istio.io/redirection: enabled}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet"})
    void templatesAskForTheOtherProxy(String kind) {
        String workload = WORKLOAD.replace("KIND", kind);

        turns(
                workload.replace("LABEL", "sidecar.istio.io/inject: \"true\""),
                workload.replace("LABEL", "istio.io/dataplane-mode: ambient"));
    }

    @Test
    void whatHasNoProxyStaysWithout() {
        MeshResource plain = resource(NAMESPACE.replace("LABEL", "team: shop"));

        assertThat(new DataPlaneSwitch(DataPlane.ambient).apply(plain)).isEqualTo(plain);
        assertThat(new DataPlaneSwitch(DataPlane.sidecar).apply(plain)).isEqualTo(plain);
    }
}
