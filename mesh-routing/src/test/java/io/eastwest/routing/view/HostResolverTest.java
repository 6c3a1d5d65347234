package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostResolverTest {
    private final MeshViews mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
            .with(
                    "c1",
                    TestMesh.service("web", "clusterIP: 10.1.0.1, ports: [{port: 80}]"),
                    TestMesh.service("head", "clusterIP: None, selector: {app: head}, ports: [{port: 80}]"),
                    TestMesh.service("alias", "type: ExternalName, externalName: web.shop.svc.cluster.local"),
                    TestMesh.service("loop", "type: ExternalName, externalName: loop.shop.svc.cluster.local"),
                    TestMesh.service("out", "type: ExternalName, externalName: example.org"),
                    TestMesh.pod("head-0", "app: head", "10.1.1.1", "hostname: head-0, subdomain: head"),
                    TestMesh.pod("head-1", "app: head", "10.1.1.2"),
                    "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: e, namespace: shop}, spec: {hosts: [entry.example], addresses: [240.0.0.1, 240.0.0.2], ports: [{number: 80, name: http}]}}",
                    "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: f, namespace: shop}, spec: {hosts: [noaddress.example], ports: [{number: 80, name: http}]}}")
            .with(
                    "c2",
                    TestMesh.service("web", "clusterIP: 10.2.0.1, ports: [{port: 80}]"),
                    TestMesh.service("remote", "clusterIP: 10.2.0.2, ports: [{port: 80}]"))
            .views();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c1 | shop | web | web.shop.svc.cluster.local [10.1.0.1]",
                "c1 | other | web.shop | web.shop.svc.cluster.local [10.1.0.1]",
                "c1 | other | web.shop.svc | web.shop.svc.cluster.local [10.1.0.1]",
                "c1 | other | web.shop.svc.cluster.local | web.shop.svc.cluster.local [10.1.0.1]",
                "c1 | other | web.shop.svc.cluster.local. | web.shop.svc.cluster.local [10.1.0.1]",
                "c2 | shop | web | web.shop.svc.cluster.local [10.2.0.1]",
                "c1 | shop | remote | remote.shop.svc.cluster.local [10.2.0.2]",
                "c1 | shop | head | head.shop.svc.cluster.local [10.1.1.1, 10.1.1.2]",
                "c1 | shop | head-0.head | head-0.head.shop.svc.cluster.local [10.1.1.1]",
                "c1 | shop | alias | web.shop.svc.cluster.local [10.1.0.1]",
                "c1 | shop | out | example.org []",
                "c1 | shop | entry.example | entry.example [240.0.0.1, 240.0.0.2]",
                "c1 | shop | noaddress.example | noaddress.example []",
                "c1 | shop | 10.9.9.9 | 10.9.9.9 [10.9.9.9]",
            })
    void answersAsTheDnsOfTheCallersCluster(String cluster, String namespace, String host, String expected) {
        assertThat(mesh.resolver(cluster).resolve(namespace, host))
                .hasValueSatisfying(answer ->
                        assertThat(answer.hostname() + " " + answer.addresses()).isEqualTo(expected));
    }

    @Test
    void knowsNoOtherNames() {
        HostResolver resolver = mesh.resolver("c1");

        assertThat(resolver.resolve("other", "web")).isEmpty();
        assertThat(resolver.resolve("shop", "unknown.example")).isEmpty();
        assertThat(resolver.resolve("shop", "web.shop.")).isEmpty();
    }

    /** V10 of multicluster.md. */
    @Test
    void doubtsNamesThatOnlyAnotherClusterKnows() {
        HostResolver resolver = mesh.resolver("c1");

        assertThat(doubt(resolver, "remote"))
                .isEqualTo(
                        "NAME_OF_ANOTHER_CLUSTER Service/shop/remote of cluster c2 is no Service of cluster c1, whose DNS "
                                + "does not know its name unless proxies answer DNS (ISTIO_META_DNS_CAPTURE)");
        assertThat(doubt(mesh.resolver("c2"), "remote")).isEmpty();
        assertThat(doubt(resolver, "web")).isEmpty();
        assertThat(doubt(resolver, "entry.example")).isEmpty();
        assertThat(doubt(resolver, "10.2.0.2")).isEmpty();
    }

    @Test
    void doubtsNoNameWhereProxiesAnswerDns() {
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2}\n")
                .with(
                        "c1",
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'defaultConfig: {proxyMetadata: {ISTIO_META_DNS_CAPTURE: \"true\"}}'}}")
                .with("c2", TestMesh.service("remote", "clusterIP: 10.2.0.2, ports: [{port: 80}]"));

        assertThat(doubt(mesh.views().resolver("c1"), "remote")).isEmpty();
    }

    private static String doubt(HostResolver resolver, String host) {
        return resolver.resolve("shop", host).flatMap(resolver::doubt).orElse("");
    }

    /** DNS is that of Kubernetes: what istiod looks at does not matter. */
    @Test
    void knowsHeadlessServicesOfNamespacesThatAreNotDiscovered() {
        HostResolver resolver = TestMesh.single(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace: istio-system}, data: {mesh: 'discoverySelectors: [{matchLabels: {mesh: \"yes\"}}]'}}",
                        TestMesh.service("made", "clusterIP: None, selector: {app: head}, ports: [{port: 80}]"),
                        TestMesh.pod("b", "app: head", "10.1.1.2"),
                        TestMesh.pod("a", "app: head", "10.1.1.1")
                                .replace(
                                        "podIP: 10.1.1.1",
                                        "podIP: 10.1.1.1, conditions: [{type: Ready, status: 'False'}]"),
                        TestMesh.service("listed", "clusterIP: None, ports: [{port: 80}]"),
                        "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, namespace: shop, labels: {kubernetes.io/service-name: listed}}, addressType: IPv4, ports: [{port: 80}], endpoints: [{addresses: [10.1.1.3]}, {addresses: [10.1.1.4], conditions: {ready: false}}]}")
                .views()
                .resolver("c1");

        assertThat(resolver.resolve("shop", "made").orElseThrow().addresses()).containsExactly("10.1.1.2");
        assertThat(resolver.resolve("shop", "listed").orElseThrow().addresses()).containsExactly("10.1.1.3");
    }
}
