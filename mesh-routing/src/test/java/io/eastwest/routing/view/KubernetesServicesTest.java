package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesServicesTest {
    private static MeshService only(String spec) {
        return TestMesh.single(TestMesh.service("web", spec))
                .view("c1")
                .servicesByHostname("web.shop.svc.cluster.local")
                .get(0);
    }

    @Nested
    class Protocols {
        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "http, -, TCP, 80, HTTP",
                    "http-web, -, TCP, 80, HTTP",
                    "HTTP2-x, -, TCP, 80, HTTP2",
                    "grpc-web-x, -, TCP, 80, GRPC_WEB",
                    "GRPC-webby, -, TCP, 80, GRPC_WEB",
                    "grpc-api, -, TCP, 80, GRPC",
                    "http_proxy, -, TCP, 80, HTTP_PROXY",
                    "tcp-db, -, TCP, 80, TCP",
                    "udp-dns, -, TCP, 80, UDP",
                    "http, -, UDP, 80, UDP",
                    "web, -, TCP, 80, UNSUPPORTED",
                    "web, -, TCP, 25, TCP",
                    "web, -, TCP, 53, TCP",
                    "web, -, TCP, 3306, TCP",
                    "web, -, TCP, 27017, TCP",
                    "tcp-x, http, TCP, 80, HTTP",
                    "http, kubernetes.io/h2c, TCP, 80, HTTP2",
                    "x, kubernetes.io/ws, TCP, 80, HTTP",
                    "x, kubernetes.io/wss, TCP, 80, HTTPS",
                    "http, kubernetes.io/other, TCP, 80, UNSUPPORTED",
                    "https-x, -, TCP, 80, HTTPS",
                    "tls, -, TCP, 80, TLS",
                    "mongo, -, TCP, 80, MONGO",
                    "redis, -, TCP, 80, REDIS",
                    "mysql, -, TCP, 80, MYSQL",
                })
        void followTransportThenApplicationProtocolThenNameThenWellKnownPorts(
                String name, String appProtocol, String transport, int port, PortProtocol expected) {
            String application = appProtocol == null ? "" : ", appProtocol: " + appProtocol;
            MeshService service = only(
                    "ports: [{name: " + name + ", port: " + port + ", protocol: " + transport + application + "}]");

            assertThat(service.ports()).extracting(MeshServicePort::protocol).containsExactly(expected);
        }
    }

    @Nested
    class Addresses {
        @Test
        void areGivenByNamespaceAndNameWhereTheManifestHoldsNone() {
            ControlPlaneView view = TestMesh.single(
                            TestMesh.service("b", "ports: [{port: 80}]"),
                            TestMesh.service("a", "ports: [{port: 80}]"),
                            TestMesh.service("taken", "clusterIP: 10.96.0.11, ports: [{port: 80}]"),
                            TestMesh.service("none", "clusterIP: None, ports: [{port: 80}]"),
                            TestMesh.service("out", "type: ExternalName, externalName: example.org"))
                    .view("c1");

            assertThat(view.services())
                    .extracting(service ->
                            service.name() + " " + service.clusterAddresses().get("c1"))
                    .containsExactly(
                            "a [10.96.0.10]",
                            "b [10.96.0.12]",
                            "none [0.0.0.0]",
                            "out [0.0.0.0]",
                            "taken [10.96.0.11]");
        }

        @Test
        void arePastAllThatAreTaken() {
            ControlPlaneView view = TestMesh.single(
                            TestMesh.service("a", "ports: [{port: 80}]"),
                            TestMesh.service("b", "ports: [{port: 80}]"),
                            TestMesh.service("x", "clusterIP: 10.96.0.10, ports: [{port: 80}]"),
                            TestMesh.service("y", "clusterIPs: [10.96.0.11, 10.96.0.12], ports: [{port: 80}]"))
                    .view("c1");

            assertThat(view.services())
                    .extracting(service ->
                            service.name() + " " + service.clusterAddresses().get("c1"))
                    .containsExactly(
                            "a [10.96.0.13]", "b [10.96.0.14]", "x [10.96.0.10]", "y [10.96.0.11, 10.96.0.12]");
        }

        @Test
        void ofBothFamiliesAreKept() {
            assertThat(only("clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 'fd00::1'], ports: [{port: 80}]")
                            .clusterAddresses()
                            .get("c1"))
                    .containsExactly("10.0.0.1", "fd00::1");
        }
    }

    @Nested
    class Kinds {
        @Test
        void headlessMeansTheAddressThatIsDialled() {
            assertThat(only("clusterIP: None, ports: [{port: 80}]").resolution())
                    .isEqualTo(Resolution.PASSTHROUGH);
        }

        @Test
        void externalNameIsAnAliasOutsideOfTheMesh() {
            MeshService service = only("type: ExternalName, externalName: db.example.org");

            assertThat(service.resolution()).isEqualTo(Resolution.ALIAS);
            assertThat(service.externalName()).contains("db.example.org");
            assertThat(service.meshExternal()).isTrue();
        }
    }

    @Nested
    class Attributes {
        private MeshService annotated(String annotations) {
            return TestMesh.single(
                            "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, annotations: {"
                                    + annotations + "}}, spec: {ports: [{port: 80}]}}")
                    .view("c1")
                    .services()
                    .get(0);
        }

        @Test
        void areThoseOfTheSpec() {
            MeshService service =
                    only("internalTrafficPolicy: Local, publishNotReadyAddresses: true, selector: {app: a},"
                            + " ports: [{name: http, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: web},"
                            + " {name: c, port: 82, targetPort: 0}, {name: d, port: 83}]");

            assertThat(service.nodeLocal()).isTrue();
            assertThat(service.publishNotReadyAddresses()).isTrue();
            assertThat(service.headless()).isFalse();
            assertThat(service.selector()).isEqualTo(Map.of("app", "a"));
            assertThat(service.ports())
                    .extracting(port -> port.name() + " " + port.targetPort())
                    .containsExactly("http 8080", "b web", "c ", "d ");
        }

        @Test
        void areAbsentUnlessTheSpecHasThem() {
            MeshService service = only("internalTrafficPolicy: Cluster, ports: [{port: 80}]");

            assertThat(service.nodeLocal()).isFalse();
            assertThat(service.publishNotReadyAddresses()).isFalse();
            assertThat(service.externalName()).isEmpty();
            assertThat(service.meshExternal()).isFalse();
            assertThat(service.subjectAltNames()).isEmpty();
            assertThat(only("clusterIP: None, ports: [{port: 80}]").headless()).isTrue();
            assertThat(only("externalName: ignored, ports: [{port: 80}]").resolution())
                    .isEqualTo(Resolution.CLIENT_SIDE);
        }

        @Test
        void haveThePortOfANumberThatIsNoDatagramPort() {
            MeshService service =
                    only("ports: [{name: a, port: 53, protocol: UDP}, {name: b, port: 53}, {name: c, port: 80}]");

            assertThat(service.port(53).map(MeshServicePort::name)).contains("b");
            assertThat(service.port(80).map(MeshServicePort::name)).contains("c");
            assertThat(service.port(81)).isEmpty();
        }

        @Test
        void nameTheAccountsThatMayServeIt() {
            assertThat(annotated("alpha.istio.io/canonical-serviceaccounts: 'spiffe://a,spiffe://b',"
                                    + " alpha.istio.io/kubernetes-serviceaccounts: 'one,two'")
                            .subjectAltNames())
                    .containsExactly(
                            "spiffe://a",
                            "spiffe://b",
                            "spiffe://cluster.local/ns/shop/sa/one",
                            "spiffe://cluster.local/ns/shop/sa/two");
        }
    }

    @Test
    void exportToIsSplitAtCommasAndTrimmed() {
        MeshService service = TestMesh.single("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web, namespace: shop, annotations: {networking.istio.io/exportTo: 'a, .,b '}}
                        spec: {ports: [{port: 80}]}
                        """).view("c1").services().get(0);

        assertThat(service.exportTo()).containsExactly("a", ".", "b");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PreferClose, -, -, PREFER_SAME_ZONE",
                "PreferSameZone, -, -, PREFER_SAME_ZONE",
                "PreferSameNode, PreferClose, -, PREFER_SAME_NODE",
                "-, preferclose, -, PREFER_SAME_ZONE",
                "-, PREFERSAMENODE, PreferClose, PREFER_SAME_NODE",
                "-, nonsense, PreferClose, ANY",
                "-, -, PreferClose, PREFER_SAME_ZONE",
                "Other, -, PreferSameNode, PREFER_SAME_NODE",
                "-, -, -, ANY",
            })
    void trafficDistributionIsTakenFromFieldThenAnnotationThenNamespace(
            String field, String annotation, String namespace, TrafficDistribution expected) {
        String spec = field == null ? "" : "trafficDistribution: " + field + ", ";
        String own = annotation == null
                ? ""
                : ", annotations: {networking.istio.io/traffic-distribution: " + annotation + "}";
        String outer =
                namespace == null ? "" : ", annotations: {networking.istio.io/traffic-distribution: " + namespace + "}";
        MeshService service = TestMesh.single(
                        "{apiVersion: v1, kind: Namespace, metadata: {name: shop" + outer + "}}",
                        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop" + own + "}, spec: {"
                                + spec + "ports: [{port: 80}]}}")
                .view("c1")
                .services()
                .get(0);

        assertThat(service.trafficDistribution()).isEqualTo(expected);
    }
}
