package io.eastwest.render.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.openshift.Route;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.PlatformTopology;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.platform.AppGraph;
import io.eastwest.routing.platform.EntryResult;
import io.eastwest.routing.platform.PlatformOutage;
import io.eastwest.routing.platform.PlatformRequest;
import io.eastwest.routing.platform.PlatformRouter;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class CommonEntryTest {
    private static final CommonEntry ENTRY = CommonEntry.edge("shop.example.com", "shop", "front", "http");

    private static String front(int cluster) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: front, namespace: shop}
                spec: {clusterIP: 10.96.CLUSTER.1, selector: {app: front}, ports: [{name: http, port: 8080}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: front-1, namespace: shop, labels: {app: front, security.istio.io/tlsMode: istio}}
                spec: {serviceAccountName: front}
                status: {phase: Running, podIP: 10.CLUSTER.0.1}
                """.replace("CLUSTER", Integer.toString(cluster));
    }

    private static MeshSnapshot mesh(String platform, String... extra) {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: shop}
                spec:
                  clusters: [{name: a, region: north}, {name: b}, {name: c}]
                """ + platform).orThrow().get(0).resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology)
                .addManifests("a", reader.read("a.yaml", front(1)).orThrow())
                .addManifests("b", reader.read("b.yaml", front(2)).orThrow());
        for (String text : extra) {
            mesh.addManifests("a", reader.read("extra.yaml", text).orThrow());
        }
        return mesh.build();
    }

    private static MeshSnapshot withEntry(MeshSnapshot mesh) {
        PlatformTopology platform = ENTRY.platform(mesh);
        MeshTopology topology = mesh.topology().toBuilder()
                .spec(mesh.topology().spec().toBuilder().platform(platform).build())
                .build();
        MeshSnapshotBuilder all = MeshSnapshot.builder(topology);
        mesh.clusters().forEach(cluster -> all.addManifests(cluster, mesh.manifests(cluster)));
        ENTRY.routes(mesh).forEach(all::add);
        return all.build();
    }

    @Test
    void everyClusterThatHasTheServiceGetsTheSameRoute() {
        MeshTree tree = MeshTree.of(withEntry(mesh("")));

        assertThat(ENTRY.routes(mesh(""))).containsOnlyKeys("a", "b");
        assertThat(tree.files("a").values().stream()
                        .filter(text -> text.contains("kind: Route"))
                        .findFirst())
                .hasValue("""
                        apiVersion: route.openshift.io/v1
                        kind: Route
                        metadata:
                          name: front
                          namespace: shop
                        spec:
                          host: shop.example.com
                          to:
                            kind: Service
                            name: front
                          port:
                            targetPort: http
                          tls:
                            termination: edge
                            insecureEdgeTerminationPolicy: Redirect
                        """);
    }

    /** The example of {@code docs/platform.md}. */
    @Test
    void asOnThePage() {
        MeshSnapshot mesh = mesh("");

        CommonEntry entry = CommonEntry.edge("shop.example.com", "shop", "front", "http");
        SortedMap<String, Route> routes = entry.routes(mesh); // by cluster, the same in each
        PlatformTopology platform = entry.platform(mesh); // what global DNS and the sites must know

        assertThat(routes.get("a")).isEqualTo(routes.get("b"));
        assertThat(platform.gslb()).hasSize(1);
    }

    @Test
    void requestsLandInTheClustersInEqualSharesAndLeaveOneThatIsDown() {
        PlatformRouter platform = PlatformRouter.of(MeshRouter.of(withEntry(mesh(""))));
        PlatformRequest request = PlatformRequest.to("shop.example.com");

        EntryResult today = platform.withoutMesh(request, AppGraph.empty(), PlatformOutage.of(Conditions.healthy()));
        EntryResult outage = platform.withoutMesh(
                request, AppGraph.empty(), PlatformOutage.of(Conditions.workloadDown("a", "shop", "front")));

        assertThat(platform.findings()).isEmpty();
        assertThat(today.lost()).isEqualTo(Share.ZERO);
        assertThat(today.landingIn("a")).isEqualTo(Share.of(1, 2));
        assertThat(today.landingIn("b")).isEqualTo(Share.of(1, 2));
        assertThat(outage.lost()).isEqualTo(Share.ZERO);
        assertThat(outage.landingIn("b")).isEqualTo(Share.ONE);
    }

    @Test
    void sitesThatAreThereAreTaken() {
        MeshSnapshot mesh = mesh("""
                  platform:
                    gslb:
                    - {host: other.example.com, pool: [{ltm: north}]}
                    - {host: shop.example.com, pool: [{ltm: north}]}
                    ltm:
                    - {name: north, members: [{cluster: a}, {cluster: b}]}
                """.indent(0));

        PlatformTopology platform = ENTRY.platform(mesh);

        assertThat(platform.ltm()).extracting(each -> each.name()).containsExactly("north");
        assertThat(platform.gslb())
                .extracting(each -> each.host())
                .containsExactly("other.example.com", "shop.example.com");
        assertThat(platform.gslb().get(1).pool()).extracting(each -> each.ltm()).containsExactly("north");
        assertThat(ENTRY.platform(mesh("")).ltm())
                .extracting(each -> each.name())
                .containsExactly("site-a", "site-b");
        assertThat(ENTRY.platform(mesh("")).ltm().get(0).region()).hasValue("north");
    }

    @Test
    void aServiceThatNoClusterHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommonEntry.edge("shop.example.com", "shop", "front", "grpc")
                        .routes(mesh("")))
                .withMessage("no cluster of the mesh has a Service shop/front with a port named \"grpc\"");
    }

    @Test
    void aHostThatAnotherRouteHasIsRefused() {
        MeshSnapshot mesh = mesh("", """
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata: {name: old, namespace: shop}
                spec: {host: shop.example.com, to: {kind: Service, name: front}}
                """);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENTRY.routes(mesh))
                .withMessage(
                        "cluster a has Route/shop/old for host \"shop.example.com\" already; remove it, or name its Service");
        assertThat(mesh.resources("a", Route.class)).hasSize(1);
    }
}
