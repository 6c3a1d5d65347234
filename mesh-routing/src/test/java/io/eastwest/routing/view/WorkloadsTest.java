package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels, locality, network and identity of pods and WorkloadEntries. */
class WorkloadsTest {
    private static final String NODE = "{apiVersion: v1, kind: Node, metadata: {name: n1, labels: {"
            + "topology.kubernetes.io/region: r, topology.kubernetes.io/zone: z}}}";

    private static WorkloadInstance at(String address, TestMesh mesh) {
        return mesh.view("c1").workloadByAddress(address).orElseThrow();
    }

    @Nested
    class LocalityOfPods {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | r/z/",
                    "istio-locality: us.east.rack | us/east/rack",
                    "istio-locality: us/east.1 | us/east.1",
                    "'istio-locality: a.b, topology.istio.io/locality: c.d' | c/d",
                })
        void isThatOfTheOwnLabelElseOfTheNode(String label, String expected) {
            TestMesh mesh = TestMesh.single(NODE, TestMesh.pod("a", label, "10.0.0.1", "nodeName: n1"));

            assertThat(at("10.0.0.1", mesh).locality()).isEqualTo(expected);
        }

        @Test
        void isEmptyWithoutNode() {
            assertThat(at("10.0.0.1", TestMesh.single(TestMesh.pod("a", "", "10.0.0.1")))
                            .locality())
                    .isEmpty();
        }
    }

    @Test
    void labelsOfThePlaceReplaceOwnOnesExceptTheNetwork() {
        TestMesh mesh = TestMesh.of("- {name: c1, network: n1}\n")
                .with(
                        "c1",
                        NODE,
                        TestMesh.pod(
                                "a",
                                "app: web, topology.istio.io/cluster: x, topology.kubernetes.io/zone: x, topology.istio.io/network: own",
                                "10.0.0.1",
                                "nodeName: n1"));

        assertThat(at("10.0.0.1", mesh).labels())
                .hasToString(
                        "{app=web, kubernetes.io/hostname=n1, topology.istio.io/cluster=c1, "
                                + "topology.istio.io/network=own, topology.kubernetes.io/region=r, topology.kubernetes.io/zone=z}");
    }

    @Nested
    class Networks {
        private static final String NETWORKS = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  meshNetworks: |
                    networks:
                      wide: {endpoints: [{fromCidr: 10.0.0.0/8}]}
                      narrow: {endpoints: [{fromCidr: 10.0.0.0/24}]}
                      registry: {endpoints: [{fromRegistry: c2}]}
                """;

        @Test
        void ofTheSystemNamespaceIsTheDefaultOfPods() {
            TestMesh mesh =
                    TestMesh.of("- {name: c1, network: n1}\n").with("c1", NETWORKS, TestMesh.pod("a", "", "10.0.0.1"));

            assertThat(at("10.0.0.1", mesh).network()).isEqualTo("n1");
        }

        @Test
        void ofTheRegistryComesBeforeRanges() {
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                    .with("c1", NETWORKS, TestMesh.pod("a", "", "10.0.0.1"))
                    .with("c2", TestMesh.pod("b", "", "10.0.0.2"));

            assertThat(at("10.0.0.1", mesh).network()).isEqualTo("wide");
            assertThat(at("10.0.0.2", mesh).network()).isEqualTo("registry");
        }

        @Test
        void ofProxiesIsThatOfTheInstallation() {
            String system =
                    "{apiVersion: v1, kind: Namespace, metadata: {name: istio-system, labels: {topology.istio.io/network: other}}}";
            MeshProxy proxy = TestMesh.of("- {name: c1, network: n1}\n")
                    .with("c1", system, TestMesh.pod("a", "", "10.0.0.1"))
                    .view("c1")
                    .proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)
                    .orElseThrow();

            assertThat(proxy.network()).isEqualTo("n1");
            assertThat(proxy.labels()).containsEntry("topology.istio.io/network", "other");
        }
    }

    @Nested
    class Clients {
        private MeshProxy proxy(String labels, String node, String spec) {
            return TestMesh.single(
                            "{apiVersion: v1, kind: Node, metadata: {name: n1, labels: {" + node + "}}}",
                            TestMesh.pod("a", labels, "10.0.0.1", spec))
                    .view("c1")
                    .proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)
                    .orElseThrow();
        }

        @Test
        void haveLabelsOfTheirContainerBehindThoseOfThePod() {
            String environment =
                    "nodeName: n1, initContainers: [{name: istio-proxy, restartPolicy: Always, env: [{name:"
                            + " ISTIO_METAJSON_LABELS, value: '{\"tier\": \"gold\", \"app\": \"other\"}'}]}]";

            assertThat(proxy("app: a", "", environment).labels())
                    .containsEntry("tier", "gold")
                    .containsEntry("app", "a");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "topology.kubernetes.io/region: r | r",
                    "'topology.kubernetes.io/region: r, topology.kubernetes.io/zone: z' | r/z",
                    "'topology.kubernetes.io/region: r, topology.kubernetes.io/zone: z, topology.istio.io/subzone: s' | r/z/s",
                    "topology.kubernetes.io/zone: z | /z",
                })
        void areWhereTheirNodeIs(String node, String expected) {
            assertThat(proxy("", node, "nodeName: n1").locality()).isEqualTo(expected);
        }

        @Test
        void keepASubzoneWithoutZone() {
            assertThat(proxy("", "topology.kubernetes.io/region: r, topology.istio.io/subzone: s", "nodeName: n1")
                            .locality())
                    .isEqualTo("r//s");
        }
    }

    @Nested
    class WorkloadEntries {
        private static TestMesh mesh(String spec) {
            return TestMesh.of("- {name: c1, network: n1}\n")
                    .with(
                            "c1",
                            "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop, labels: {a: meta}}, spec: {address: 1.2.3.4, "
                                    + spec + "}}");
        }

        @Test
        void labelsOfTheMetadataCoverThoseOfTheSpec() {
            assertThat(at("1.2.3.4", mesh("labels: {a: spec, b: spec}")).labels())
                    .containsEntry("a", "meta")
                    .containsEntry("b", "spec");
        }

        @Test
        void networkIsTheFieldAndNeverTheLabel() {
            WorkloadInstance entry = at("1.2.3.4", mesh("labels: {topology.istio.io/network: n2}"));

            assertThat(entry.network()).isEmpty();
            assertThat(entry.labels()).containsEntry("topology.istio.io/network", "n2");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "serviceAccount: db | true",
                    "labels: {x: y} | false",
                    "'serviceAccount: db, labels: {security.istio.io/tlsMode: disabled}' | false",
                    "'labels: {security.istio.io/tlsMode: istio}' | true",
                })
        void mutualTlsIsByLabelElseByServiceAccount(String spec, boolean expected) {
            assertThat(at("1.2.3.4", mesh(spec)).mutualTls()).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | '' | true",
                    "false | '{type: Healthy, status: \"False\"}' | true",
                    "true | '' | false",
                    "true | '{type: Healthy, status: \"True\"}' | true",
                    "1 | '{type: Other, status: \"True\"}, {type: Healthy, status: \"False\"}' | false",
                })
        void countUnlessTheirHealthChecksSayOtherwise(String checks, String conditions, boolean expected) {
            ControlPlaneView view = TestMesh.single(
                            "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: shop, annotations: {proxy.istio.io/health-checks-enabled: '"
                                    + checks + "'}}, spec: {address: 1.2.3.4}, status: {conditions: [" + conditions
                                    + "]}}")
                    .view("c1");

            assertThat(view.workloadByAddress("1.2.3.4").isPresent()).isEqualTo(expected);
        }

        @Test
        void localityKeepsItsSpelling() {
            assertThat(at("1.2.3.4", mesh("locality: r/z")).locality()).isEqualTo("r/z");
            assertThat(at("1.2.3.4", mesh("labels: {istio-locality: r.z}")).locality())
                    .isEqualTo("r/z");
        }

        @Test
        void joinTheServicesOfTheirClusterAndNamespace() {
            TestMesh mesh = mesh("ports: {http: 9000}, weight: 3, labels: {app: web}")
                    .with("c1", TestMesh.service("web", "selector: {app: web}, ports: [{name: http, port: 80}]"));
            ControlPlaneView view = mesh.view("c1");

            ServiceEndpoint endpoint = view.endpoints(view.servicesByHostname("web.shop.svc.cluster.local")
                            .get(0))
                    .get(0);
            assertThat(endpoint.port()).isEqualTo(9000);
            assertThat(endpoint.weight()).isEqualTo(3);
            assertThat(endpoint.owner()).contains("c1/shop/vm");
            assertThat(endpoint.namespace()).isEqualTo("shop");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | 1.2.3.4:80 HEALTHY",
                    "', targetPort: 9090' | 1.2.3.4:9090 HEALTHY",
                    "', targetPort: 0' | 1.2.3.4:80 HEALTHY",
                    "', targetPort: web' | 1.2.3.4:7000 HEALTHY",
                    "', targetPort: other' | ''",
                })
        void haveThePortThatIsMeant(String target, String expected) {
            ControlPlaneView view = mesh("ports: {web: 7000}, labels: {app: web}")
                    .with(
                            "c1",
                            TestMesh.service(
                                    "web", "selector: {app: web}, ports: [{name: http, port: 80" + target + "}]"))
                    .view("c1");

            assertThat(String.join(" ", TestMesh.endpoints(view, "web.shop.svc.cluster.local")))
                    .isEqualTo(expected);
        }

        @Test
        void joinNoHeadlessServiceAndNoExternalName() {
            ControlPlaneView view = mesh("labels: {app: web}")
                    .with(
                            "c1",
                            TestMesh.service("head", "clusterIP: None, selector: {app: web}, ports: [{port: 80}]"),
                            TestMesh.service(
                                    "out",
                                    "type: ExternalName, externalName: x, selector: {app: web}, ports: [{port: 80}]"))
                    .view("c1");

            assertThat(TestMesh.endpoints(view, "head.shop.svc.cluster.local")).isEmpty();
            assertThat(TestMesh.endpoints(view, "out.shop.svc.cluster.local")).isEmpty();
        }
    }

    @Nested
    class Identities {
        private static String config(String trustDomain) {
            return "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'trustDomain: "
                    + trustDomain + "'}}";
        }

        @Test
        void haveTheTrustDomainOfTheConfigurationOfTheirCluster() {
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n- {name: c3, controlPlane: c1}\n")
                    .with("c1", config("one.example"), TestMesh.pod("a", "", "10.0.0.1", "serviceAccountName: sa"))
                    .with("c2", config("two.example"), TestMesh.pod("b", "", "10.0.0.2"))
                    .with("c3", TestMesh.pod("c", "", "10.0.0.3"));

            assertThat(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"))
                    .extracting(address -> at(address, mesh).serviceAccount())
                    .containsExactly(
                            "spiffe://one.example/ns/shop/sa/sa",
                            "spiffe://two.example/ns/shop/sa/default",
                            "spiffe://cluster.local/ns/shop/sa/default");
        }
    }
}
