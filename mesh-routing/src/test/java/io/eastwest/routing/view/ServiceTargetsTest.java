package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTargetsTest {
    private static List<String> targets(String... documents) {
        ControlPlaneView view = TestMesh.single(documents).view("c1");
        return view
                .serviceTargets(view.proxy("c1/shop/a", MeshProxy.Kind.SIDECAR).orElseThrow())
                .stream()
                .map(target -> target.service().hostname() + " " + target.port().number() + " " + target.workloadPort())
                .toList();
    }

    @Test
    void areThePortsOfTheServicesThatSelectThePod() {
        assertThat(targets(
                        TestMesh.pod("a", "app: web", "10.0.0.1"),
                        TestMesh.service(
                                "one",
                                "selector: {app: web}, ports: [{name: http, port: 80, targetPort: web}, {name: b, port: 81, targetPort: 9000}]"),
                        TestMesh.service("two", "clusterIP: None, selector: {app: web}, ports: [{port: 70}]"),
                        TestMesh.service("other", "selector: {app: x}, ports: [{port: 60}]")))
                .containsExactly(
                        "one.shop.svc.cluster.local 80 8080",
                        "one.shop.svc.cluster.local 81 9000",
                        "two.shop.svc.cluster.local 70 70");
    }

    @Test
    void countOncePerContainerPortAndProtocol() {
        assertThat(
                        targets(
                                TestMesh.pod("a", "app: web", "10.0.0.1"),
                                TestMesh.service(
                                        "one",
                                        "selector: {app: web}, ports: [{name: http, port: 80, targetPort: 9000}, {name: http-b, port: 81, targetPort: 9000}, {name: tcp, port: 82, targetPort: 9000}]")))
                .containsExactly("one.shop.svc.cluster.local 80 9000", "one.shop.svc.cluster.local 82 9000");
    }

    @Test
    void includeServiceEntriesOfTheNamespaceThatListThePod() {
        assertThat(
                        targets(
                                TestMesh.pod("a", "app: web", "10.0.0.1"),
                                "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: e, namespace: shop}, spec: {hosts: [e.example], resolution: STATIC, ports: [{number: 80, name: http, targetPort: 8080}], workloadSelector: {labels: {app: web}}}}"))
                .containsExactly("e.example 80 8080");
    }

    @Test
    void areThoseOfSlicesWhereNoServiceSelectsThePod() {
        assertThat(
                        targets(
                                TestMesh.pod("a", "app: web", "10.0.0.1"),
                                TestMesh.service("listed", "ports: [{name: http, port: 80}]"),
                                "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, namespace: shop, labels: {kubernetes.io/service-name: listed}}, addressType: IPv4, ports: [{name: http, port: 8080}], endpoints: [{addresses: [10.0.0.1]}]}"))
                .containsExactly("listed.shop.svc.cluster.local 80 8080");
    }

    private static String entry(String name, String labels) {
        return "{apiVersion: networking.istio.io/v1, kind: WorkloadEntry, metadata: {name: '" + name
                + "', namespace: shop}, spec: {address: 10.0.0.1, labels: {" + labels + "}}}";
    }

    /** Of several WorkloadEntries at the address of a proxy the one of its name counts, else that of its namespace. */
    @Test
    void areThoseOfTheWorkloadEntryThatIsMeant() {
        String one = TestMesh.service("one", "selector: {app: one}, ports: [{name: http, port: 80}]");
        String two = TestMesh.service("two", "selector: {app: two}, ports: [{name: http, port: 80}]");
        String pod = TestMesh.pod("b", "app: web", "10.0.0.1").replace("name: b", "name: a");

        assertThat(targets(pod, one, two, entry("a", "app: two"), entry("0", "app: one")))
                .containsExactly("two.shop.svc.cluster.local 80 80");
        assertThat(targets(
                        pod,
                        one,
                        two,
                        entry("0", "app: two"),
                        entry("a", "app: one").replace("namespace: shop", "namespace: another")))
                .containsExactly("two.shop.svc.cluster.local 80 80");
    }

    @Test
    void ofServiceEntriesComeFromTheirOwnEndpointsAlone() {
        String entry =
                "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: %s, namespace: shop}, spec: {hosts: [e.example], resolution: STATIC, ports: [{number: 80, name: http}], endpoints: [{address: %s, ports: {http: %s}}]}}";

        assertThat(targets(
                        TestMesh.pod("a", "app: web", "10.0.0.1"),
                        entry.formatted("one", "10.0.0.1", "8080"),
                        entry.formatted("two", "10.0.0.2", "9090")))
                .containsExactly("e.example 80 8080");
    }
}
