package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.AmbientMesh;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 5.1 of security-ambient.md. */
class AmbientCaptureTest {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec: {clusters: [{name: c1}]}
            """;
    private static final String ENROLLED = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: other, labels: {istio.io/dataplane-mode: ambient}}
            """;

    private static ControlPlaneView view(String... manifests) {
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(AmbientMesh.topology(TOPOLOGY));
        for (String manifest : manifests) {
            mesh.addManifests(
                    "c1", ManifestReader.pruning().read("a.yaml", manifest).orThrow());
        }
        return MeshViews.of(mesh.build()).view("c1");
    }

    private static String namespace(String name, String labels) {
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", labels: {" + labels + "}}\n";
    }

    private static String deployment(String namespace, String labels, String annotations, String spec) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app, namespace: %s}
                spec:
                  selector: {matchLabels: {app: app}}
                  template:
                    metadata: {labels: {app: app%s}, annotations: {%s}}
                    spec: {%s containers: [{name: app, image: app}]}
                """.formatted(namespace, labels, annotations, spec);
    }

    private static TunnelProtocol tunnel(String... manifests) {
        return view(manifests).workloads().get(0).tunnel();
    }

    @Nested
    class PodsThatAreMade {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "istio.io/dataplane-mode: ambient|''|''|HBONE",
                    "istio.io/dataplane-mode: ambient|', istio.io/dataplane-mode: none'|''|NONE",
                    "a: b|', istio.io/dataplane-mode: ambient'|''|HBONE",
                    "a: b|''|''|NONE",
                    "istio.io/dataplane-mode: ambient|''|'hostNetwork: true,'|NONE",
                    "'istio.io/dataplane-mode: ambient, istio-injection: enabled'|''|''|NONE",
                })
        void areCapturedByTheirLabelOrThatOfTheNamespace(
                String namespace, String labels, String spec, TunnelProtocol expected) {
            assertThat(tunnel(ENROLLED, namespace("foo", namespace), deployment("foo", labels, "", spec)))
                    .isEqualTo(expected);
        }

        /** Trap T29. */
        @Test
        void areNotCapturedWithASidecar() {
            assertThat(tunnel(
                            namespace("foo", "istio.io/dataplane-mode: ambient"),
                            deployment("foo", "", "sidecar.istio.io/status: injected", "")))
                    .isEqualTo(TunnelProtocol.NONE);
        }

        @Test
        void areNotCapturedInNamespacesThatTheAgentLeavesAlone() {
            String agent = """
                    apiVersion: sailoperator.io/v1
                    kind: IstioCNI
                    metadata: {name: default}
                    spec: {profile: ambient, namespace: istio-cni, values: {cni: {excludeNamespaces: [foo]}}}
                    """;
            String labels = "istio.io/dataplane-mode: ambient";

            assertThat(tunnel(namespace("kube-system", labels), deployment("kube-system", "", "", "")))
                    .isEqualTo(TunnelProtocol.NONE);
            assertThat(tunnel(agent, namespace("foo", labels), deployment("foo", "", "", "")))
                    .isEqualTo(TunnelProtocol.NONE);
        }

        @Test
        void areNotCapturedByAnAgentWithoutAmbientMode() {
            String agent = """
                    apiVersion: sailoperator.io/v1
                    kind: IstioCNI
                    metadata: {name: default}
                    spec: {namespace: istio-cni}
                    """;

            assertThat(tunnel(
                            agent, namespace("foo", "istio.io/dataplane-mode: ambient"), deployment("foo", "", "", "")))
                    .isEqualTo(TunnelProtocol.NONE);
        }
    }

    @Nested
    class PodsOfTheManifests {
        private static final String LABELLED = namespace("foo", "istio.io/dataplane-mode: ambient");

        @Test
        void areCapturedByTheMarkAlone() {
            assertThat(tunnel(LABELLED, AmbientMesh.pod("foo", "app", "a", "10.0.0.1", "", "")))
                    .isEqualTo(TunnelProtocol.NONE);
            assertThat(tunnel(LABELLED, AmbientMesh.captured("foo", "app", "a", "10.0.0.1")))
                    .isEqualTo(TunnelProtocol.HBONE);
        }

        @Test
        void takeTunnelsThemselvesWhenTheyAreLabelledSo() {
            assertThat(tunnel(
                            LABELLED,
                            AmbientMesh.pod("foo", "app", "a", "10.0.0.1", ", networking.istio.io/tunnel: http", "")))
                    .isEqualTo(TunnelProtocol.NATIVE_HBONE);
        }
    }

    @Nested
    class ControlPlanes {
        private static String istio(String profile, String environment) {
            return """
                    apiVersion: sailoperator.io/v1
                    kind: Istio
                    metadata: {name: default}
                    spec: {namespace: istio-system, profile: %s, values: {pilot: {env: {%s}}}}
                    """.formatted(profile, environment);
        }

        @Test
        void serveAmbientModeByTheirProfileOrTheirEnvironment() {
            assertThat(view(ENROLLED, istio("default", "")).ambient().enabled()).isFalse();
            assertThat(view(istio("ambient", "")).ambient().enabled()).isTrue();
            assertThat(view(istio("default", "PILOT_ENABLE_AMBIENT: \"true\""))
                            .ambient()
                            .enabled())
                    .isTrue();
        }

        @Test
        void shareServicesOnlyWhenTold() {
            assertThat(view(istio("ambient", "")).ambient().multiNetwork()).isFalse();
            AmbientSettings told = view(istio("ambient", "AMBIENT_ENABLE_MULTI_NETWORK: \"true\""))
                    .ambient();
            assertThat(told.multiNetwork()).isTrue();
            assertThat(told.waypointsReachNetworks()).isTrue();
            assertThat(told.gatewaysReachNetworks()).isFalse();
            assertThat(told.scopes()).hasSize(1);
        }

        @Test
        void areTakenToServeWhatTheMeshUsesWhereNothingSaysHowTheyAreInstalled() {
            assertThat(view().ambient().enabled()).isFalse();
            assertThat(view(ENROLLED).ambient().enabled()).isTrue();
        }

        @Test
        void tellOfSwitchesThatAreNotModelled() {
            assertThat(view(istio("ambient", "ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES: \"true\""))
                            .ambient()
                            .findings())
                    .singleElement()
                    .asString()
                    .contains("ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES", "NOT_MODELLED");
        }
    }
}
