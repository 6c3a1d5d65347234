package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceEntriesTest {
    private static String entry(String spec) {
        return "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: out, namespace: shop}, spec: {"
                + spec + "}}";
    }

    private static ControlPlaneView view(String spec, String... more) {
        return TestMesh.single(entry(spec))
                .with("c1", more.length == 0 ? new String[] {""} : more)
                .view("c1");
    }

    private static final String PORTS =
            "ports: [{number: 80, name: http, protocol: http}, {number: 81, name: x, targetPort: 91}]";

    @Nested
    class Services {
        @Test
        void areOnePerHostAndAddress() {
            assertThat(view("hosts: [a.example, b.example], addresses: [1.1.1.1, 2.2.2.0/24, 3.3.3.3/32, nonsense], "
                                    + PORTS)
                            .services())
                    .extracting(service -> service.hostname() + " " + service.defaultAddresses())
                    .containsExactly(
                            "a.example [1.1.1.1]",
                            "a.example [2.2.2.0/24]",
                            "a.example [3.3.3.3]",
                            "b.example [1.1.1.1]",
                            "b.example [2.2.2.0/24]",
                            "b.example [3.3.3.3]");
        }

        @Test
        void takeTheProtocolFromTheFieldAlone() {
            assertThat(
                            view("hosts: [a.example], ports: [{number: 3306, name: http-x}, {number: 1, name: y, protocol: GRPC}]")
                                    .services()
                                    .get(0)
                                    .ports())
                    .extracting(MeshServicePort::protocol)
                    .containsExactly(PortProtocol.UNSUPPORTED, PortProtocol.GRPC);
        }

        @Test
        void areExternalAndWithoutResolutionUnlessTheySay() {
            MeshService service =
                    view("hosts: [a.example], " + PORTS).services().get(0);

            assertThat(service.meshExternal()).isTrue();
            assertThat(service.resolution()).isEqualTo(Resolution.PASSTHROUGH);
            assertThat(service.defaultAddresses()).containsExactly("0.0.0.0");
        }

        @Test
        void haveTheAddressesThatTheControlPlaneAllocated() {
            String entry =
                    "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: out, namespace: shop}, "
                            + "spec: {hosts: [a.example, b.example], resolution: DNS, " + PORTS + "}, "
                            + "status: {addresses: [{host: a.example, value: 240.240.0.1}, {host: a.example, value: '2001:2::1'}, {host: b.example, value: 240.240.0.2}]}}";

            assertThat(TestMesh.single(entry).view("c1").services())
                    .extracting(MeshService::autoAllocatedAddresses)
                    .containsExactly(List.of("240.240.0.1", "2001:2::1"), List.of("240.240.0.2"));
        }
    }

    @Nested
    class Endpoints {
        @Test
        void ofAnInlineListHaveOwnPortsThenTargetPortsThenNumbers() {
            assertThat(TestMesh.endpoints(
                            view(
                                    "hosts: [a.example], resolution: STATIC, " + PORTS
                                            + ", endpoints: [{address: 1.1.1.1, ports: {x: 99}}, {address: 1.1.1.2}, {address: 'unix:///s'}]"),
                            "a.example"))
                    .containsExactly(
                            "1.1.1.1:80 HEALTHY",
                            "1.1.1.1:99 HEALTHY",
                            "1.1.1.2:80 HEALTHY",
                            "1.1.1.2:91 HEALTHY",
                            "unix:///s:0 HEALTHY",
                            "unix:///s:0 HEALTHY");
        }

        @Test
        void ofADnsEntryWithoutListAreTheHostItself() {
            assertThat(TestMesh.endpoints(view("hosts: [a.example], resolution: DNS, " + PORTS), "a.example"))
                    .containsExactly("a.example:80 HEALTHY", "a.example:91 HEALTHY");
        }

        @Test
        void ofDnsRoundRobinAreOnePerPort() {
            assertThat(TestMesh.endpoints(
                            view("hosts: [a.example], resolution: DNS_ROUND_ROBIN, " + PORTS
                                    + ", endpoints: [{address: x.example}, {address: y.example}]"),
                            "a.example"))
                    .containsExactly("x.example:80 HEALTHY", "x.example:91 HEALTHY");
        }

        @Test
        void ofASelectorAreReadyPodsThenWorkloadEntriesOfEveryCluster() {
            String vm =
                    "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: %s, namespace: shop}, spec: {address: %s, labels: {app: web}}}";
            TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                    .with(
                            "c1",
                            entry(
                                    "hosts: [a.example], resolution: STATIC, workloadSelector: {labels: {app: web}}, ports: [{number: 80, name: http}]"),
                            TestMesh.pod("b", "app: web", "10.0.0.1"),
                            vm.formatted("vm1", "1.1.1.1"),
                            vm.formatted("named", "host.example"))
                    .with("c2", TestMesh.pod("a", "app: web", "10.0.0.2"), vm.formatted("vm2", "1.1.1.2"));

            assertThat(TestMesh.endpoints(mesh.view("c1"), "a.example"))
                    .containsExactly(
                            "10.0.0.2:80 HEALTHY", "10.0.0.1:80 HEALTHY", "1.1.1.1:80 HEALTHY", "1.1.1.2:80 HEALTHY");
        }

        @Test
        void ofOneHostnameAndNamespaceAreUnitedWithThoseOfTheKubernetesService() {
            assertThat(TestMesh.endpoints(
                            view(
                                    "hosts: [web.shop.svc.cluster.local], resolution: STATIC, ports: [{number: 80, name: http}], endpoints: [{address: 1.1.1.1}]",
                                    TestMesh.service("web", "selector: {app: web}, ports: [{name: http, port: 80}]"),
                                    TestMesh.pod("a", "app: web", "10.0.0.1")),
                            "web.shop.svc.cluster.local"))
                    .containsExactly("1.1.1.1:80 HEALTHY", "10.0.0.1:80 HEALTHY");
        }
    }

    @Test
    void podsOfOneNameInTwoClustersAreReported() {
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                .with(
                        "c1",
                        entry(
                                "hosts: [a.example], resolution: STATIC, workloadSelector: {labels: {app: db}}, ports: [{number: 80, name: http}]"),
                        TestMesh.pod("db-0", "app: db", "10.0.0.1"))
                .with("c2", TestMesh.pod("db-0", "app: db", "10.0.0.2"));

        assertThat(mesh.views().issues("c1"))
                .extracting(Object::toString)
                .containsExactly(
                        "WARNING ServiceEntry/shop/out spec.workloadSelector: selects \"db-0\" in several clusters, of which "
                                + "istiod keeps one by chance; select by a label that only one of them has SELECTED_WORKLOADS_COLLIDE");
    }
}
