package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedServicesTest {
    private static final String TWO = "- {name: c1}\n- {name: c2}\n";

    @Test
    void theControlPlanesOwnClusterDefinesPortsAndTheOthersAddAddresses() {
        TestMesh mesh = TestMesh.of(TWO)
                .with("c1", TestMesh.service("web", "clusterIP: 10.1.0.1, ports: [{name: http, port: 80}]"))
                .with("c2", TestMesh.service("web", "clusterIP: 10.2.0.1, ports: [{name: http, port: 81}]"));

        MeshService first = mesh.view("c1").services().get(0);
        MeshService second = mesh.view("c2").services().get(0);

        assertThat(first.ports()).extracting(MeshServicePort::number).containsExactly(80);
        assertThat(first.clusterAddresses()).hasToString("{c1=[10.1.0.1], c2=[10.2.0.1]}");
        assertThat(first.defaultAddresses()).containsExactly("10.1.0.1");
        assertThat(second.ports()).extracting(MeshServicePort::number).containsExactly(81);
        assertThat(second.definedIn()).isEqualTo("c2");
    }

    @Test
    void endpointsOfAllClustersAreListedByClusterId() {
        TestMesh mesh = TestMesh.of("- {name: z}\n- {name: a}\n")
                .with(
                        "z",
                        TestMesh.service("web", "selector: {app: web}, ports: [{port: 80}]"),
                        TestMesh.pod("w", "app: web", "10.1.0.5"))
                .with(
                        "a",
                        TestMesh.service("web", "selector: {app: web}, ports: [{port: 80}]"),
                        TestMesh.pod("w", "app: web", "10.2.0.5"));

        assertThat(TestMesh.endpoints(mesh.view("z"), "web.shop.svc.cluster.local"))
                .containsExactly("10.2.0.5:80 HEALTHY", "10.1.0.5:80 HEALTHY");
    }

    @Test
    void orderIsByCreationTimeThenNameOrHostThenNamespace() {
        String entry = """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: aaa, namespace: shop}
                spec: {hosts: [b.example.org], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
                """;
        String old = """
                apiVersion: v1
                kind: Service
                metadata: {name: zzz, namespace: shop, creationTimestamp: '2025-01-01T00:00:00Z'}
                spec: {ports: [{port: 80}]}
                """;

        assertThat(TestMesh.single(
                                entry,
                                old,
                                TestMesh.service("c", "ports: [{port: 80}]"),
                                TestMesh.service("a", "ports: [{port: 80}]"))
                        .view("c1")
                        .services())
                .extracting(MeshService::hostname)
                .containsExactly(
                        "zzz.shop.svc.cluster.local",
                        "a.shop.svc.cluster.local",
                        "b.example.org",
                        "c.shop.svc.cluster.local");
    }

    @Test
    void aClusterThatIsNotDiscoveredIsNotThere() {
        TestMesh mesh = TestMesh.of("- {name: c1, discovers: []}\n- {name: c2}\n")
                .with("c2", TestMesh.service("web", "ports: [{port: 80}]"));

        assertThat(mesh.view("c1").services()).isEmpty();
        assertThat(mesh.view("c2").services()).hasSize(1);
    }

    @Test
    void aRemoteClusterIsServedByThePrimarysControlPlane() {
        TestMesh mesh = TestMesh.of("- {name: c1}\n- {name: c2, controlPlane: c1}\n")
                .with("c2", TestMesh.pod("w", "app: web", "10.2.0.5"));
        MeshViews views = mesh.views();

        assertThat(views.view("c2")).isSameAs(views.view("c1"));
        assertThat(views.view("c2").proxy("c2/shop/w", MeshProxy.Kind.SIDECAR)).isPresent();
        assertThat(views.view("c2").proxy("c2/shop/other", MeshProxy.Kind.SIDECAR))
                .isEmpty();
    }
}
