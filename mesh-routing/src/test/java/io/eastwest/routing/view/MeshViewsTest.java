package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshOutboundMode;
import io.eastwest.model.istio.networking.VirtualService;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeshViewsTest {
    private static String config(String mesh) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: '"
                + mesh + "'}}";
    }

    private static String sail(String values) {
        return "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: default}, spec: {namespace: istio-system, version: v1.30.3, values: {"
                + values + "}}}";
    }

    @Nested
    class MeshConfiguration {
        @Test
        void hasIstiosDefaultsWhereNothingIsSaid() {
            MeshConfig config = TestMesh.single().view("c1").meshConfig();

            assertThat(config.enableAutoMtls()).contains(true);
            assertThat(config.connectTimeout()).contains(Duration.ofSeconds(10));
            assertThat(config.trustDomain()).contains("cluster.local");
            assertThat(config.rootNamespace()).contains("istio-system");
            assertThat(config.outboundTrafficPolicy().orElseThrow().mode()).contains(MeshOutboundMode.ALLOW_ANY);
            assertThat(config.localityLbSetting().orElseThrow().enabled()).contains(true);
            assertThat(config.defaultServiceExportTo()).containsExactly("*");
            assertThat(config.defaultVirtualServiceExportTo()).containsExactly("*");
            assertThat(config.defaultDestinationRuleExportTo()).containsExactly("*");
        }

        @Test
        void isThatOfTheConfigMapFirst() {
            TestMesh mesh = TestMesh.single(
                    config("connectTimeout: 3s"), sail("meshConfig: {connectTimeout: 4s, trustDomain: x}"));

            assertThat(mesh.view("c1").meshConfig().connectTimeout()).contains(Duration.ofSeconds(3));
            assertThat(mesh.views().issues())
                    .extracting(Object::toString)
                    .containsExactly(
                            "WARNING ConfigMap/istio-system/istio data.mesh: trustDomain is not what Istio/default says; "
                                    + "the ConfigMap counts; give both the same value MESH_CONFIG_CONFLICT",
                            "WARNING ConfigMap/istio-system/istio data.mesh: connectTimeout is not what Istio/default says; "
                                    + "the ConfigMap counts; give both the same value MESH_CONFIG_CONFLICT");
        }

        @Test
        void isThatOfTheSailResourceWithoutConfigMap() {
            ControlPlaneView view = TestMesh.single(
                            sail("global: {network: n7}, meshConfig: {trustDomain: sail.example}"),
                            TestMesh.pod("a", "", "10.0.0.1"))
                    .view("c1");

            assertThat(view.trustDomain("c1")).isEqualTo("sail.example");
            assertThat(view.proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)
                            .orElseThrow()
                            .network())
                    .isEqualTo("n7");
        }

        /** istiod starts with its defaults where the text as a whole is not valid. */
        @Test
        void thatIsNotValidCountsForNothing() {
            String mesh = "connectTimeout: 3s\nlocalityLbSetting: {distribute: [{from: a, to: {b: 40}}]}"
                    .replace("\n", "\\n");
            TestMesh broken = TestMesh.single(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: \""
                            + mesh + "\"}}",
                    sail("meshConfig: {connectTimeout: 4s}"));

            assertThat(broken.view("c1").meshConfig().connectTimeout()).contains(Duration.ofSeconds(10));
            assertThat(broken.views().issues())
                    .extracting(Object::toString)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR ConfigMap/istio-system/istio data.mesh.localityLbSetting.distribute[0]")
                    .contains("; istiod takes nothing of this text and works with its defaults")
                    .endsWith("LOCALITY_WEIGHTS_NOT_100");
        }

        @Test
        void ofTheSailResourceThatIsNotValidCountsForNothing() {
            TestMesh broken = TestMesh.single(sail("meshConfig: {connectTimeout: 2h, trustDomain: x}"));

            assertThat(broken.view("c1").meshConfig().connectTimeout()).contains(Duration.ofSeconds(10));
            assertThat(broken.view("c1").trustDomain("c1")).isEqualTo("cluster.local");
        }

        @Test
        void ofNetworksThatAreNotValidCountsForNothing() {
            String networks =
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'connectTimeout: 3s', meshNetworks: 'networks: {n1: {endpoints: [{fromRegistry: c1}], gateways: [{address: 5.5.5.5%s}]}}'}}";

            assertThat(TestMesh.single(networks.formatted(", port: 15443"))
                            .view("c1")
                            .networkGateways())
                    .hasSize(1);
            assertThat(TestMesh.single(networks.formatted("")).view("c1").networkGateways())
                    .isEmpty();
            assertThat(TestMesh.single(networks.formatted(""))
                            .view("c1")
                            .meshConfig()
                            .connectTimeout())
                    .contains(Duration.ofSeconds(3));
        }

        @Test
        void isReadWithWarningsAboutUnknownFields() {
            assertThat(TestMesh.single(config("nonsense: 1")).views().issues()).hasSize(1);
        }
    }

    @Nested
    class Configuration {
        private static String rule(String name, String namespace, String time) {
            return "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: " + name
                    + ", namespace: " + namespace + (time.isEmpty() ? "" : ", creationTimestamp: '" + time + "'")
                    + "}, spec: {hosts: [x]}}";
        }

        @Test
        void isOrderedByTimeThenNameThenNamespace() {
            assertThat(TestMesh.single(
                                    rule("b", "a", ""),
                                    rule("a", "z", ""),
                                    rule("a", "b", ""),
                                    rule("z", "z", "2025-01-01T00:00:00Z"))
                            .view("c1")
                            .configuration(VirtualService.class))
                    .extracting(found -> found.namespace() + "/" + found.name())
                    .containsExactly("z/z", "b/a", "z/a", "a/b");
        }

        @Test
        void ofOtherClustersIsNotThere() {
            assertThat(TestMesh.of("- {name: c1}\n- {name: c2}\n")
                            .with("c2", rule("a", "b", ""))
                            .view("c1")
                            .configuration(VirtualService.class))
                    .isEmpty();
        }

        @Test
        void leavesOutNamespacesThatAreNotDiscovered() {
            TestMesh mesh = TestMesh.single(
                    config("discoverySelectors: [{matchLabels: {mesh: \"yes\"}}]"),
                    "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {mesh: 'yes'}}}",
                    rule("a", "shop", ""),
                    rule("b", "other", ""),
                    "{apiVersion: v1, kind: Service, metadata: {name: hidden, namespace: other}, spec: {ports: [{port: 80}]}}");

            assertThat(mesh.view("c1").configuration(VirtualService.class)).hasSize(1);
            assertThat(mesh.view("c1").services()).isEmpty();
        }

        @Test
        void ofTheGatewayApiIsStoredByItsChannel() {
            String route =
                    "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: shop}, "
                            + "spec: {parentRefs: [{name: gw}], rules: [{retry: {attempts: 2}, backendRefs: [{name: web, port: 80}]}]}}";
            String channel =
                    "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: httproutes.gateway.networking.k8s.io, annotations: {gateway.networking.k8s.io/channel: experimental}}}";

            HttpRoute standard = only(TestMesh.single(route));
            HttpRoute experimental = only(TestMesh.single(route, channel));

            assertThat(standard.spec().rules().orElseThrow().get(0).retry()).isEmpty();
            assertThat(experimental.spec().rules().orElseThrow().get(0).retry()).isPresent();
            assertThat(standard.spec().rules().orElseThrow().get(0).matches().orElseThrow())
                    .hasSize(1);
        }

        @Test
        void ofTheGatewayApiIsNotStoredByTheChannelOfOthers() {
            String route =
                    "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: shop}, "
                            + "spec: {parentRefs: [{name: gw}], rules: [{retry: {attempts: 2}, backendRefs: [{name: web, port: 80}]}]}}";
            String other =
                    "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: things.example.org, annotations: {gateway.networking.k8s.io/channel: experimental}}}";

            assertThat(only(TestMesh.single(route, other))
                            .spec()
                            .rules()
                            .orElseThrow()
                            .get(0)
                            .retry())
                    .isEmpty();
        }

        @Test
        void ofOtherClustersIsThereForTheirViewAndItsRevision() {
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                    .with("c1", sail(""))
                    .with(
                            "c2",
                            rule("b", "z", ""),
                            rule("a", "z", ""),
                            rule("c", "a", ""),
                            rule("d", "a", "").replace("name: d,", "name: d, labels: {istio.io/rev: other},"));

            assertThat(mesh.view("c1").clusters().get(1).resources(VirtualService.class))
                    .extracting(found -> found.metadata().namespaceOrDefault() + "/"
                            + found.metadata().name())
                    .containsExactly("a/c", "z/a", "z/b");
        }

        private static HttpRoute only(TestMesh mesh) {
            return mesh.view("c1").configuration(HttpRoute.class).get(0).resource();
        }
    }
}
