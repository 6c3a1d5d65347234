package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Endpoints of EndpointSlices of the manifests, and whose pods they are. */
class SlicesOfClustersTest {
    private static final String SERVICE = TestMesh.service("web", "ports: [{name: http, port: 80}]");
    private static final String POD = TestMesh.pod("web-1", "app: web", "10.0.0.1");

    private static String slice(String endpoints) {
        return "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, namespace: shop, labels: {kubernetes.io/service-name: web}}, "
                + "addressType: IPv4, ports: [{name: http, port: 8080}], endpoints: [" + endpoints + "]}";
    }

    private static List<String> owners(String... documents) {
        ControlPlaneView view = TestMesh.single(documents).view("c1");
        return view
                .endpoints(view.servicesByHostname("web.shop.svc.cluster.local").get(0))
                .stream()
                .map(endpoint -> endpoint.address() + " " + endpoint.owner().orElse("nobody"))
                .toList();
    }

    @Test
    void anAddressAloneIsTheReadyPodOfTheNamespaceThatHasIt() {
        String elsewhere = POD.replace("namespace: shop", "namespace: other");
        String unready = POD.replace(
                "status: {podIP: 10.0.0.1}", "status: {podIP: 10.0.0.1, conditions: [{type: Ready, status: 'False'}]}");

        assertThat(owners(SERVICE, slice("{addresses: [10.0.0.1]}"), POD)).containsExactly("10.0.0.1 c1/shop/web-1");
        assertThat(owners(SERVICE, slice("{addresses: [10.0.0.1]}"), elsewhere)).containsExactly("10.0.0.1 nobody");
        assertThat(owners(SERVICE, slice("{addresses: [10.0.0.1]}"), unready)).containsExactly("10.0.0.1 nobody");
    }

    @Test
    void aReferenceToAPodNeedsThePodByNameAndNamespace() {
        String named = "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: web-1, namespace: shop}}";
        String unnamed = "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: web-1}}";

        assertThat(owners(SERVICE, slice(named), POD)).containsExactly("10.0.0.1 c1/shop/web-1");
        assertThat(owners(SERVICE, slice(named))).isEmpty();
        assertThat(owners(SERVICE, slice(unnamed), POD)).isEmpty();
    }

    /** The namespace of each cluster counts by its own labels, by the selectors of the control plane that reads it. */
    @Test
    void ofANamespaceThatIsNotDiscoveredThereAreNone() {
        String config =
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"yes\"}}]'}}";
        String discovered = "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {mesh: 'yes'}}}";
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                .with("c1", config, discovered, SERVICE, slice("{addresses: [10.0.0.1]}"))
                .with("c2", SERVICE, slice("{addresses: [10.0.0.2]}"));

        assertThat(TestMesh.endpoints(mesh.view("c1"), "web.shop.svc.cluster.local"))
                .containsExactly("10.0.0.1:8080 HEALTHY");
        assertThat(TestMesh.endpoints(mesh.with("c2", discovered).view("c1"), "web.shop.svc.cluster.local"))
                .containsExactly("10.0.0.1:8080 HEALTHY", "10.0.0.2:8080 HEALTHY");
    }
}
