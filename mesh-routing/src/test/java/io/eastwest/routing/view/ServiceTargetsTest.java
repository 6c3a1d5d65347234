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
}
