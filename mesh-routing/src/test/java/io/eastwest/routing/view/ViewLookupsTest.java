package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.kubernetes.Pod;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpointBuilder;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a view by a name or an address. */
class ViewLookupsTest {
    private static final String TWO = "- {name: c1}\n- {name: c2}\n";

    @Nested
    class Workloads {
        private final ControlPlaneView view = TestMesh.of(TWO)
                .with(
                        "c1",
                        TestMesh.pod("b", "app: b", "10.0.0.2", "nodeName: n2"),
                        TestMesh.pod("a", "security.istio.io/tlsMode: istio", "10.0.0.1"),
                        TestMesh.pod("host", "", "10.0.0.3", "hostNetwork: true"),
                        "{apiVersion: v1, kind: Pod, metadata: {name: none, namespace: shop}}",
                        "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: vm, namespace: apart}, spec: {address: 10.0.0.9}}")
                .with("c2", TestMesh.pod("a", "", "10.2.0.1"))
                .view("c1");

        @Test
        void areSortedByClusterNamespaceAndNameThoseWithoutAddressLeftOut() {
            assertThat(view.workloads())
                    .extracting(each -> each.cluster() + "/" + each.namespace() + "/" + each.name())
                    .containsExactly("c1/apart/vm", "c1/shop/a", "c1/shop/b", "c1/shop/host", "c2/shop/a");
        }

        @Test
        void areFoundByTheAddressThatIsTheirOwn() {
            assertThat(view.workloadByAddress("10.0.0.2").map(WorkloadInstance::name))
                    .contains("b");
            assertThat(view.workloadByAddress("10.2.0.1").map(WorkloadInstance::cluster))
                    .contains("c2");
            assertThat(view.workloadByAddress("10.0.0.3")).isEmpty();
            assertThat(view.workloadByAddress("10.0.0.4")).isEmpty();
        }

        @Test
        void areKnownByWhatTheirManifestSays() {
            WorkloadInstance a = view.workloadByAddress("10.0.0.1").orElseThrow();
            WorkloadInstance b = view.workloadByAddress("10.0.0.2").orElseThrow();
            WorkloadInstance vm = view.workloadByAddress("10.0.0.9").orElseThrow();

            assertThat(a.mutualTls() && a.sidecar() && a.pod()).isTrue();
            assertThat(b.mutualTls() || b.sidecar()).isFalse();
            assertThat(b.node()).isEqualTo("n2");
            assertThat(b.hostNetwork()).isFalse();
            assertThat(vm.pod()).isFalse();
            assertThat(view.workloads())
                    .filteredOn(WorkloadInstance::hostNetwork)
                    .extracting(WorkloadInstance::name)
                    .containsExactly("host");
        }

        @ParameterizedTest
        @ValueSource(strings = {"c1/shop", "c1/shop/a/b", "c2/shop/a", "c3/shop/a", "c1/shop/x", "c1/other/a"})
        void ofOtherControlPlanesOrWithOtherNamesAreNoProxies(String id) {
            assertThat(view.proxy(id, MeshProxy.Kind.SIDECAR)).isEmpty();
            assertThat(view.proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)).isPresent();
        }
    }

    @Test
    void aWorkloadIsAPodWithASidecarWhereItTakesMutualTls() {
        WorkloadInstance plain = workload(false);

        assertThat(plain.sidecar() || plain.hostNetwork()).isFalse();
        assertThat(plain.pod()).isTrue();
        assertThat(plain.node()).isEmpty();
        assertThat(plain.tunnel()).isEqualTo(TunnelProtocol.NONE);
        assertThat(workload(true).sidecar()).isTrue();
        assertThat(plain.toBuilder().network("n2").build().name()).isEqualTo("a");
    }

    private static WorkloadInstance workload(boolean mutualTls) {
        return WorkloadInstance.builder()
                .cluster("c1")
                .namespace("shop")
                .name("a")
                .network("")
                .locality("")
                .serviceAccount("")
                .mutualTls(mutualTls)
                .build();
    }

    @Test
    void aViewWithoutInstallationSaysThatItKnowsNothing() {
        ControlPlaneView view = new HandMadeView();

        assertThat(view.installation()).isEqualTo(IstiodInstallation.unknown("c1"));
        assertThat(view.ambient()).isEqualTo(AmbientSettings.OFF);
        assertThat(AmbientSettings.OFF.toBuilder().enabled(true).build().enabled())
                .isTrue();
    }

    @Test
    void anEndpointIsOfAPortByItsNumberOrItsName() {
        ServiceEndpoint named = Meshes.endpoint("10.0.0.1").portName("http").build();
        ServiceEndpoint numbered = named.toBuilder().servicePort(80).build();

        assertThat(named.isOfPort(new MeshServicePort("http", 90, PortProtocol.HTTP, "")))
                .isTrue();
        assertThat(named.isOfPort(new MeshServicePort("other", 80, PortProtocol.HTTP, "")))
                .isFalse();
        assertThat(numbered.isOfPort(new MeshServicePort("other", 80, PortProtocol.HTTP, "")))
                .isTrue();
        assertThat(numbered.isOfPort(new MeshServicePort("http", 90, PortProtocol.HTTP, "")))
                .isFalse();
    }

    @Test
    void theFirstAddressOfAHostIsDialled() {
        assertThat(new ResolvedHost("a", List.of("10.0.0.1", "10.0.0.2")).address())
                .isEqualTo("10.0.0.1");
        assertThat(new ResolvedHost("a", List.of()).address()).isEmpty();
    }

    @Test
    void anEastWestGatewayIsMarkedByItsController() {
        MeshProxyBuilder proxy = Meshes.proxy();

        assertThat(proxy.build().isEastWestGateway()).isFalse();
        assertThat(proxy.putLabel("gateway.istio.io/managed", "istio.io-eastwest-controller")
                        .build()
                        .isEastWestGateway())
                .isTrue();
    }

    @Test
    void aClusterThatIsNotThereIsNamed() {
        MeshViews views = TestMesh.of(TWO).views();

        assertThatThrownBy(() -> views.view("c3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no cluster \"c3\" in the topology; there are [c1, c2]");
    }

    @Test
    void aRemoteClusterThatIsNotDiscoveredIsAnError() {
        assertThat(TestMesh.of("- {name: c1, discovers: []}\n- {name: c2, controlPlane: c1}\n")
                        .views()
                        .issues())
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR MeshTopology/test spec.clusters: the control plane of cluster \"c1\" serves cluster"
                                + " \"c2\" but does not discover it: it refuses the proxies there; give it a remote secret for c2"
                                + " TOPOLOGY_CONFLICT");
    }

    @Test
    void anAddressOutsideOfAClusterLeadsToTheServicesThatHaveIt() {
        String balancer =
                "{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: shop}, spec: {type: LoadBalancer,"
                        + " ports: [{port: 443}]}, status: {loadBalancer: {ingress: [{ip: 1.1.1.1}]}}}";
        String node =
                "{apiVersion: v1, kind: Node, metadata: {name: n}, status: {addresses: [{type: ExternalIP, address:"
                        + " 1.1.1.1}]}}";
        String nodePort = "{apiVersion: v1, kind: Service, metadata: {name: np, namespace: shop, annotations:"
                + " {traffic.istio.io/nodeSelector: '{}'}}, spec: {type: NodePort, ports: [{port: 443, nodePort: 31443}]}}";
        MeshViews views =
                TestMesh.of(TWO).with("c1", balancer).with("c2", nodePort, node).views();

        assertThat(views.exposed("1.1.1.1", 31443))
                .extracting(
                        each -> each.cluster() + " " + each.service().metadata().name() + " " + each.port())
                .containsExactly("c1 gw 31443", "c2 np 443");
        assertThat(views.exposed("1.1.1.2", 443)).isEmpty();
    }

    @Nested
    class DialledServices {
        private final TestMesh mesh = TestMesh.of(TWO)
                .with(
                        "c1",
                        TestMesh.service(
                                "web",
                                "clusterIP: 10.96.0.1, selector: {app: web}, ports: [{name: http, port: 80}, {name: b, port: 81}]"),
                        TestMesh.pod("client", "", "10.0.0.9", "nodeName: n1"),
                        TestMesh.pod("a", "app: web", "10.0.0.1", "nodeName: n1"),
                        TestMesh.pod("b", "app: web", "10.0.0.2", "nodeName: n2"),
                        TestMesh.pod("c", "app: web", "10.0.0.3")
                                .replace(
                                        "podIP: 10.0.0.3",
                                        "podIP: 10.0.0.3, conditions: [{type: Ready, status: 'False'}]"))
                .with(
                        "c2",
                        TestMesh.service(
                                "web", "clusterIP: 10.97.0.1, selector: {app: web}, ports: [{name: http, port: 80}]"),
                        TestMesh.pod("d", "app: web", "10.2.0.1"));

        private WorkloadInstance client(ControlPlaneView view) {
            return view.workloadByAddress("10.0.0.9").orElseThrow();
        }

        private String dialled(String address, int port) {
            ControlPlaneView view = mesh.view("c1");
            return text(DialledService.of(view, client(view), address, port));
        }

        private String dialled(LbEndpointBuilder endpoint) {
            ControlPlaneView view = mesh.view("c1");
            return text(DialledService.of(
                    view, client(view), endpoint.mutualTls(false).build()));
        }

        private String text(Optional<DialledService> found) {
            return found.map(each -> each.service().name()
                            + each.ready().stream()
                                    .map(endpoint -> endpoint.address() + ":" + endpoint.port())
                                    .toList())
                    .orElse("none");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "10.96.0.1; 80; web[10.0.0.1:80, 10.0.0.2:80]",
                    "10.96.0.1; 81; web[10.0.0.1:81, 10.0.0.2:81]",
                    "10.96.0.1; 82; web[]",
                    "10.97.0.1; 80; none",
                    "10.0.0.1; 80; none",
                })
        void areThoseOfTheOwnClusterWithItsReadyPods(String address, int port, String expected) {
            assertThat(dialled(address, port)).isEqualTo(expected);
        }

        @Test
        void ofTheNodeAloneHaveItsPodsOnly() {
            mesh.with(
                    "c1",
                    TestMesh.service(
                            "near",
                            "clusterIP: 10.96.0.7, internalTrafficPolicy: Local, selector: {app: web}, ports: [{name: http, port: 80}]"));

            assertThat(dialled("10.96.0.7", 80)).isEqualTo("near[10.0.0.1:80]");
        }

        @Test
        void areNotWorkloadsTunnelsGatewaysOrNames() {
            assertThat(dialled(LbEndpoint.builder().address("10.96.0.1:80")))
                    .isEqualTo("web[10.0.0.1:80, 10.0.0.2:80]");
            assertThat(dialled(LbEndpoint.builder().address("10.96.0.1:80").owner("c1/shop/a")))
                    .isEqualTo("none");
            assertThat(dialled(LbEndpoint.builder().address("10.96.0.1:80").tunnel(true)))
                    .isEqualTo("none");
            assertThat(dialled(LbEndpoint.builder()
                            .address("10.96.0.1:80")
                            .gateway(new LbEndpoint.NetworkGatewayHop("n2", "c2"))))
                    .isEqualTo("none");
            assertThat(dialled(LbEndpoint.builder().address("web.shop:80"))).isEqualTo("none");
            assertThat(dialled(LbEndpoint.builder().address("/run/socket"))).isEqualTo("none");
        }
    }

    @Test
    void podsAreFoundByAllTheirLabels() {
        PodIndex index = new PodIndex();
        TestMesh.single(
                        TestMesh.pod("b", "app: web, tier: x", "10.0.0.1"),
                        TestMesh.pod("a", "app: web", "10.0.0.2"),
                        TestMesh.pod("c", "tier: x", "10.0.0.3"))
                .snapshot()
                .resources("c1", Pod.class)
                .forEach(index::add);

        assertThat(names(index, Map.of("app", "web", "tier", "x"))).containsExactly("b");
        assertThat(names(index, Map.of("app", "web"))).containsExactly("b", "a");
        assertThat(names(index, Map.of("app", "db"))).isEmpty();
        assertThat(names(index, Map.of("other", "x"))).isEmpty();
        assertThat(names(index, Map.of())).containsExactly("a", "b", "c");
    }

    private static List<String> names(PodIndex index, Map<String, String> labels) {
        return index.select(labels).stream().map(pod -> pod.metadata().name()).toList();
    }
}
