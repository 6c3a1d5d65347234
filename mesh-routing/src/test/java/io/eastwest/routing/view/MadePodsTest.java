package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods of workloads that a repository of manifests holds without their pods. */
class MadePodsTest {
    private static final String ZONES = "- {name: c1, region: r, zones: [z1, z2]}\n- {name: c2}\n";
    private static final String SERVICE =
            TestMesh.service("web", "selector: {app: web}, ports: [{port: 80, targetPort: 8080}]");
    private static final String INJECTED =
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}";

    private static String workload(String kind, String spec) {
        return "{apiVersion: apps/v1, kind: " + kind + ", metadata: {name: web, namespace: shop}, spec: {" + spec
                + "selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}";
    }

    @Test
    void ofADeploymentAreSpreadOverTheZonesOfTheTopology() {
        ControlPlaneView view = TestMesh.of(ZONES)
                .with("c1", INJECTED, SERVICE, workload("Deployment", "replicas: 3, "))
                .view("c1");

        assertThat(view.endpoints(view.services().get(0)))
                .extracting(endpoint -> endpoint.address() + " " + endpoint.locality() + " " + endpoint.mutualTls()
                        + " " + endpoint.owner().orElse(""))
                .containsExactly(
                        "100.64.0.1 r/z1/ true c1/shop/web-1",
                        "100.64.0.2 r/z2/ true c1/shop/web-2",
                        "100.64.0.3 r/z1/ true c1/shop/web-3");
    }

    @Test
    void haveOtherAddressesInOtherClusters() {
        ControlPlaneView view = TestMesh.of(ZONES)
                .with("c1", SERVICE, workload("StatefulSet", "serviceName: web, "))
                .with("c2", SERVICE, workload("DaemonSet", ""))
                .view("c1");

        assertThat(view.endpoints(view.services().get(0)))
                .extracting(
                        endpoint -> endpoint.address() + " " + endpoint.owner().orElse("") + " " + endpoint.mutualTls())
                .containsExactly("100.64.0.1 c1/shop/web-0 false", "100.66.0.1 c2/shop/web-1 false");
    }

    @Test
    void areNotMadeWhereTheManifestsHoldPods() {
        ControlPlaneView view = TestMesh.single(
                        SERVICE, workload("Deployment", "replicas: 3, "), TestMesh.pod("web-x", "app: web", "10.0.0.1"))
                .view("c1");

        assertThat(view.endpoints(view.services().get(0))).hasSize(1);
    }

    private static List<String> nodes(String... documents) {
        ControlPlaneView view = TestMesh.of(ZONES)
                .with("c1", SERVICE, workload("Deployment", "replicas: 4, "))
                .with("c1", documents)
                .view("c1");
        return view.endpoints(view.services().get(0)).stream()
                .map(endpoint -> endpoint.nodeName().orElse("-") + " " + endpoint.locality())
                .toList();
    }

    @Test
    void areOnNodesOfTheirOwnWhereTheManifestsHoldNone() {
        assertThat(nodes(INJECTED))
                .containsExactly("c1-node-1 r/z1/", "c1-node-2 r/z2/", "c1-node-1 r/z1/", "c1-node-2 r/z2/");
    }

    @Test
    void areSpreadOverTheZonesOfTheNodesOfTheManifests() {
        String node = "{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {topology.kubernetes.io/zone: %s}}}";

        assertThat(nodes(node.formatted("n3", "a"), node.formatted("n1", "a"), node.formatted("n2", "b"), INJECTED))
                .containsExactly("n1 /a/", "n2 /b/", "n3 /a/", "n1 /a/");
    }

    @Test
    void areNumberedByNamespaceNameAndKind() {
        String other = workload("StatefulSet", "serviceName: web, ");
        ControlPlaneView view = TestMesh.single(
                        SERVICE,
                        other,
                        workload("Deployment", ""),
                        workload("Deployment", "").replace("name: web,", "name: also,"))
                .view("c1");

        assertThat(view.endpoints(view.services().get(0)))
                .extracting(endpoint -> endpoint.owner().orElse("") + " " + endpoint.address())
                .containsExactlyInAnyOrder(
                        "c1/shop/also-1 100.64.0.1", "c1/shop/web-1 100.64.0.2", "c1/shop/web-0 100.64.0.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "istio-injection: enabled | '' | true",
                "istio-injection: disabled | 'sidecar.istio.io/inject: \"true\"' | false",
                "istio-injection: enabled | 'sidecar.istio.io/inject: \"false\"' | false",
                "a: b | 'sidecar.istio.io/inject: \"true\"' | true",
                "a: b | 'sidecar.istio.io/inject: \"false\"' | false",
                "a: b | '' | false",
                "istio.io/rev: x | '' | true",
                "istio.io/rev: x | 'sidecar.istio.io/inject: \"false\"' | false",
                "a: b | 'istio.io/rev: x' | true",
            })
    void areInjectedWhereTheNamespaceOrTheyThemselvesSaySo(String namespace, String labels, boolean expected) {
        ControlPlaneView view = TestMesh.single(
                        "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {" + namespace + "}}}",
                        SERVICE,
                        workload("Deployment", "")
                                .replace(
                                        "labels: {app: web}}",
                                        "labels: {app: web" + (labels.isEmpty() ? "" : ", " + labels) + "}}"))
                .view("c1");

        assertThat(view.endpoints(view.services().get(0)))
                .extracting(ServiceEndpoint::mutualTls)
                .containsExactly(expected);
    }

    /** Section 3.7 of multicluster.md: the injector writes the network of the installation on the pod. */
    @Test
    void areInTheNetworkOfTheInstallationWhereTheyAreInjected() {
        String wrong =
                "{apiVersion: v1, kind: Namespace, metadata: {name: istio-system, labels: {topology.istio.io/network: wrong}}}";
        TestMesh injected = TestMesh.of("- {name: c1, network: n1}\n")
                .with("c1", wrong, INJECTED, SERVICE, workload("Deployment", ""));
        TestMesh plain =
                TestMesh.of("- {name: c1, network: n1}\n").with("c1", wrong, SERVICE, workload("Deployment", ""));

        assertThat(networks(injected)).containsExactly("n1");
        assertThat(networks(plain)).containsExactly("wrong");
    }

    private static List<String> networks(TestMesh mesh) {
        ControlPlaneView view = mesh.view("c1");
        return view.endpoints(view.services().get(0)).stream()
                .map(ServiceEndpoint::network)
                .toList();
    }
}
