package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.MeshRouter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of several clusters as whole calls meet them. */
class MulticlusterCallsTest {
    private static final String SIDECAR = "security.istio.io/tlsMode: istio, ";
    private static final String SERVICE = TestMesh.service(
            "web", "clusterIP: 10.96.0.1, selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]");
    private static final String EXPOSED =
            "{apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: cross, namespace: istio-system}, spec: {selector: {istio: eastwestgateway}, "
                    + "servers: [{port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ['*.local']}]}}";
    private static final String GATEWAY_POD =
            "{apiVersion: v1, kind: Pod, metadata: {name: ew, namespace: istio-system, labels: {istio: eastwestgateway, topology.istio.io/network: n2}}, spec: {containers: [{name: istio-proxy, env: [{name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: n2}]}]}, status: {podIP: 10.2.9.9}}";

    private static Decision decide(TestMesh mesh) {
        return MeshRouter.of(mesh.snapshot())
                .decide(Call.get("http://web.shop/").from("a", "shop", "c1"));
    }

    private static String labelled(String spec, String annotations, String status) {
        return "{apiVersion: v1, kind: Service, metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: n2}, annotations: {"
                + annotations + "}}, spec: {selector: {istio: eastwestgateway}, " + spec + "}, status: {" + status
                + "}}";
    }

    private static TestMesh twoNetworks() {
        return TestMesh.of("- {name: c1, network: n1}\n- {name: c2, network: n2}\n")
                .with("c1", SERVICE, TestMesh.pod("a", SIDECAR + "app: a", "10.1.0.1"))
                .with("c2", SERVICE, TestMesh.pod("web", SIDECAR + "app: web", "10.2.0.1"), EXPOSED, GATEWAY_POD);
    }

    /** Section 8.3 (a): node ports; the call goes on to the pod of the gateway. */
    @Test
    void aGatewayBehindNodePortsIsFollowed() {
        String node =
                "{apiVersion: v1, kind: Node, metadata: {name: edge}, status: {addresses: [{type: ExternalIP, address: 192.0.2.9}]}}";
        Decision decision = decide(twoNetworks()
                .with(
                        "c2",
                        node,
                        labelled(
                                "type: NodePort, ports: [{name: tls, port: 15443, nodePort: 31443}]",
                                "traffic.istio.io/nodeSelector: '{}'",
                                "")));

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.endpoints()).extracting(EndpointTarget::owner).containsExactly("c2/shop/web");
        assertThat(decision.endpoints().get(0).hops())
                .anyMatch(hop -> hop.proxy().equals("c2/istio-system/ew"));
    }

    /**
     * A Gateway resource with the address of its Service counts as a second gateway, at which half of the weight is lost, because Envoy
     * keeps the first of two endpoints with one address.
     */
    @Test
    void aGatewayThatIsKnownTwiceGetsHalf() {
        String service = labelled(
                "type: LoadBalancer, ports: [{name: tls, port: 15443}]",
                "",
                "loadBalancer: {ingress: [{ip: 192.0.2.9}]}");
        String resource =
                "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: n2}}, "
                        + "spec: {gatewayClassName: istio, addresses: [{value: 192.0.2.9}], listeners: [{name: tls, port: 15443, protocol: TLS, tls: {mode: Passthrough}}]}}";
        String local = TestMesh.pod("web", SIDECAR + "app: web", "10.1.0.2");

        assertThat(shares(decide(twoNetworks().with("c1", local).with("c2", service))))
                .containsExactly("c1/shop/web 1/2", "c2/shop/web 1/2");
        assertThat(shares(decide(twoNetworks().with("c1", local).with("c2", service, resource))))
                .containsExactly("c1/shop/web 2/3", "c2/shop/web 1/3");
    }

    private static List<String> shares(Decision decision) {
        return decision.endpoints().stream()
                .map(target -> target.owner() + " " + target.share())
                .sorted()
                .toList();
    }

    /** V10 of multicluster.md. */
    @Test
    void aHostOfAnotherClusterOnlyIsToldWithTheAnswer() {
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                .with("c1", TestMesh.pod("a", SIDECAR + "app: a", "10.1.0.1"))
                .with("c2", SERVICE, TestMesh.pod("web", SIDECAR + "app: web", "10.2.0.1"));

        assertThat(decide(mesh).findings()).anyMatch(finding -> finding.startsWith("NAME_OF_ANOTHER_CLUSTER"));
        assertThat(decide(mesh.with("c1", SERVICE)).findings())
                .noneMatch(finding -> finding.startsWith("NAME_OF_ANOTHER_CLUSTER"));
    }

    /** Section 4.6: ambient mode is for clusters with a control plane of their own. */
    @Test
    void ambientModeInAClusterWithoutControlPlaneIsRefused() {
        String captured = TestMesh.pod("a", "app: a", "10.1.0.1")
                .replace("labels: {app: a}", "labels: {app: a}, annotations: {ambient.istio.io/redirection: enabled}");
        TestMesh mesh =
                TestMesh.of("- {name: p}\n- {name: c1, controlPlane: p}\n").with("c1", SERVICE, captured);

        assertThatThrownBy(() -> decide(mesh))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(
                        "ambient mode in cluster \"c1\" is not modelled: the control plane of cluster \"p\" serves it");
    }

    /** Where the revision of istiod is not known, resources for one revision are followed and told. */
    @Test
    void resourcesForARevisionAreToldWhereTheRevisionIsNotKnown() {
        String rule =
                "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: web, namespace: shop, labels: {istio.io/rev: canary}}, "
                        + "spec: {hosts: [web], http: [{directResponse: {status: 418}}]}}";
        String policy =
                "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: other, labels: {istio.io/rev: canary}}}";
        TestMesh mesh = TestMesh.of("- {name: c1}\n")
                .with("c1", SERVICE, TestMesh.pod("a", SIDECAR + "app: a", "10.1.0.1"), rule, policy);

        assertThat(decide(mesh).findings())
                .containsExactly(
                        "NOT_MODELLED VirtualService/shop/web metadata.labels[\"istio.io/rev\"]: is for revision "
                                + "\"canary\" alone, and the manifests do not say which revision serves the cluster");
        assertThat(decide(
                                mesh.with(
                                        "c1",
                                        "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: canary}, spec: {namespace: istio-system}}"))
                        .findings())
                .isEmpty();
    }

    /**
     * Section 10.1 against the code: what a ServiceEntry lists is kept for the cluster of the control plane, so that pods of a remote
     * cluster are lost even to proxies of that cluster.
     */
    @Test
    void clusterLocalServiceEntriesAreForTheClusterOfTheControlPlane() {
        String local =
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'serviceSettings: [{settings: {clusterLocal: true}, hosts: [\"web.example\"]}]'}}";
        String entry =
                "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: web, namespace: shop}, spec: {hosts: [web.example], addresses: [240.0.0.1], resolution: STATIC, location: MESH_INTERNAL, ports: [{number: 80, name: http, targetPort: 8080, protocol: HTTP}], workloadSelector: {labels: {app: web}}}}";
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2, controlPlane: c1}\n")
                .with(
                        "c1",
                        local,
                        entry,
                        TestMesh.pod("a", SIDECAR + "app: a", "10.1.0.1"),
                        TestMesh.pod("w1", SIDECAR + "app: web", "10.1.0.2"))
                .with(
                        "c2",
                        TestMesh.pod("a", SIDECAR + "app: a", "10.2.0.1"),
                        TestMesh.pod("w2", SIDECAR + "app: web", "10.2.0.2"));
        MeshRouter router = MeshRouter.of(mesh.snapshot());

        assertThat(router.decide(Call.get("http://web.example/").from("a", "shop", "c1"))
                        .endpoints())
                .extracting(EndpointTarget::owner)
                .containsExactly("c1/shop/w1");
        assertThat(router.decide(Call.get("http://web.example/").from("a", "shop", "c2"))
                        .endpoints())
                .isEmpty();
    }
}
