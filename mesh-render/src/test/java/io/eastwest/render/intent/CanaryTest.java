package io.eastwest.render.intent;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanaryTest {
    private static final MeshSnapshot MESH = IntentMeshes.withNewVersion();
    private static final Canary TENTH = Canary.version(BACKEND, "v1", "v2").at(10);
    private static final String RULE = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: backend, namespace: shop}
            spec:
              host: backend.shop.svc.cluster.local
              trafficPolicy:
                connectionPool: {http: {http2MaxRequests: 7}}
              exportTo: EXPORT
            """;

    private static String yaml(MeshResource resource) {
        return ManifestWriter.toYaml(resource);
    }

    private static Share share(MeshSnapshot mesh, Call call) {
        return Share.sum(MeshRouter.of(mesh).decide(call).endpoints().stream()
                .filter(target -> target.owner().contains("backend-v2"))
                .map(target -> target.share())
                .toList());
    }

    private static Call get(String cluster) {
        return Call.get("http://" + BACKEND + ":8080/").from("frontend", "shop", cluster);
    }

    @Test
    void subsetsAndWeightsAreWrittenOnEveryPrimary() {
        IntentManifests manifests =
                IntentManifests.of(MESH, List.of(TENTH.at(10).optIn("X-Version", "v2")));
        List<MeshResource> applied = manifests.resources().getOrDefault("c1", List.of());

        assertThat(manifests.resources()).containsOnlyKeys("c1", "c2").containsEntry("c2", applied);
        assertThat(yaml(applied.get(0))).isEqualTo("""
                        apiVersion: networking.istio.io/v1
                        kind: DestinationRule
                        metadata:
                          name: backend-canary
                          namespace: shop
                        spec:
                          host: backend.shop.svc.cluster.local
                          trafficPolicy:
                            outlierDetection:
                              consecutive5xxErrors: 5
                              interval: "10s"
                              baseEjectionTime: "30s"
                              maxEjectionPercent: 100
                          subsets:
                          - name: v1
                            labels:
                              version: v1
                          - name: v2
                            labels:
                              version: v2
                          exportTo:
                          - "*"
                        """);
        assertThat(yaml(applied.get(1))).startsWith("""
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata:
                          name: backend-canary
                          namespace: shop
                        spec:
                          hosts:
                          - backend.shop.svc.cluster.local
                          http:
                          - name: opt-in-8080
                            match:
                            - headers:
                                x-version:
                                  exact: v2
                              port: 8080
                            route:
                            - destination:
                                host: backend.shop.svc.cluster.local
                                subset: v2
                                port:
                                  number: 8080
                          - name: canary-8080
                            match:
                            - port: 8080
                            route:
                            - destination:
                                host: backend.shop.svc.cluster.local
                                subset: v1
                                port:
                                  number: 8080
                              weight: 90
                            - destination:
                                host: backend.shop.svc.cluster.local
                                subset: v2
                                port:
                                  number: 8080
                              weight: 10
                          tcp:
                        """);
    }

    @Test
    void callersOfEachClusterAndProtocolGiveTheNewVersionItsShare() {
        MeshSnapshot mesh = IntentManifests.of(MESH, List.of(TENTH)).snapshot();

        for (String cluster : List.of("c1", "c2")) {
            assertThat(share(mesh, get(cluster))).isEqualTo(Share.of(1, 10));
            assertThat(share(mesh, Call.tcp(BACKEND, 9000).from("frontend", "shop", cluster)))
                    .isEqualTo(Share.of(1, 10));
        }
    }

    @Test
    void stepsInPlace() {
        MeshSnapshot tenth = IntentManifests.of(MESH, List.of(TENTH)).snapshot();
        MeshSnapshot half = IntentManifests.of(tenth, List.of(TENTH.at(50))).snapshot();

        assertThat(share(half, get("c1"))).isEqualTo(Share.of(1, 2));
        assertThat(half.manifests("c1")).hasSameSizeAs(tenth.manifests("c1"));
        assertThat(share(IntentManifests.of(half, List.of(TENTH.at(100))).snapshot(), get("c2")))
                .isEqualTo(Share.ONE);
    }

    @Test
    void aClusterMayBeTriedInPlaceOfAVersion() {
        MeshSnapshot mesh = IntentManifests.of(
                        MESH, List.of(Canary.cluster(BACKEND, "c1", "c2").at(25)))
                .snapshot();

        assertThat(MeshRouter.of(mesh).decide(get("c2")).shareOfCluster("c2")).isEqualTo(Share.of(1, 4));
    }

    @Test
    void onlyThePrimaryIsToldWhereItServesTheOther() {
        assertThat(TENTH.manifests(IntentMeshes.newVersion(IntentMeshes.primaryAndRemote())))
                .containsOnlyKeys("c1");
    }

    @Nested
    class BesideOtherRules {
        @Test
        void settingsOfTheTreeStayInForce() {
            MeshSnapshot mesh = IntentMeshes.with(MESH, RULE.replace("EXPORT", "[\"*\"]"), "c1", "c2");
            List<MeshResource> applied = TENTH.manifests(mesh).getOrDefault("c1", List.of());

            assertThat(applied).hasSize(3);
            assertThat(yaml(applied.get(0)))
                    .contains("name: backend\n", "http2MaxRequests: 7", "maxEjectionPercent: 100");
            assertThat(yaml(applied.get(1))).contains("name: backend-canary\n").doesNotContain("trafficPolicy");
            assertThat(share(IntentManifests.of(mesh, List.of(TENTH)).snapshot(), get("c1")))
                    .isEqualTo(Share.of(1, 10));
        }

        @Test
        void localityIsFilledInWhereTheCanaryHoldsThePolicy() {
            IntentManifests both = IntentManifests.of(MESH, List.of(TENTH, PreferLocal.cluster(BACKEND)));
            MeshSnapshot stepped =
                    IntentManifests.of(both.snapshot(), List.of(TENTH.at(20))).snapshot();
            MeshRouter router = MeshRouter.of(stepped);

            assertThat(both.resources().get("c1")).hasSize(2);
            assertThat(router.decide(get("c1")).shareOfCluster("c1")).isEqualTo(Share.of(4, 5));
            assertThat(router.decide(get("c2")).shareOfCluster("c2")).isEqualTo(Share.ONE);
        }

        @Test
        void rulesThatGatewaysDoNotSeeAreRefused() {
            MeshSnapshot mesh = IntentMeshes.with(MESH, RULE.replace("EXPORT", "[.]"), "c2");

            assertThatThrownBy(() -> TENTH.manifests(mesh))
                    .hasMessage(
                            "DestinationRule shop/backend of cluster \"c2\" is exported to [.], so what is added would"
                                    + " not be merged with it for every caller and gateway; export all rules of the host to [*]");
        }

        @Test
        void subsetsOfTheSameNameMustBeTheSame() {
            String rule = RULE.replace("EXPORT", "[\"*\"]\n  subsets: [{name: v2, labels: {version: \"2\"}}]");

            assertThatThrownBy(() -> TENTH.manifests(IntentMeshes.with(MESH, rule, "c1")))
                    .hasMessage(
                            "DestinationRule shop/backend of cluster \"c1\" has a subset \"v2\" of {version=2}, but one"
                                    + " of {version=v2} is wanted; rename one of them");
        }

        @Test
        void routesOfTheHostAreRefused() {
            String routes = """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: paths, namespace: shop}
                    spec:
                      hosts: [backend]
                      http: [{route: [{destination: {host: backend}}]}]
                    """;
            String route = """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata: {name: paths, namespace: shop}
                    spec:
                      parentRefs: [{group: "", kind: Service, name: backend}]
                      rules: [{backendRefs: [{name: backend, port: 8080}]}]
                    """;

            assertThatThrownBy(() -> TENTH.manifests(IntentMeshes.with(MESH, routes, "c2")))
                    .hasMessage("VirtualService shop/paths of cluster \"c2\" routes " + BACKEND
                            + " already, and one alone can; remove it or leave the intent out");
            assertThatThrownBy(() -> TENTH.manifests(IntentMeshes.with(MESH, route, "c1")))
                    .hasMessageStartingWith("HTTPRoute shop/paths of cluster \"c1\" routes ");
            assertThatThrownBy(
                            () -> IntentManifests.of(MESH, List.of(TENTH, PartitionBySource.own(BACKEND, "c1", "c2"))))
                    .hasMessageStartingWith("intents exclude each other, leave one of them out: ");
        }
    }

    @Nested
    class Refuses {
        @Test
        void percentsOutOfRange() {
            assertThatThrownBy(() -> TENTH.at(101)).hasMessage("percent must be 0..100 but was 101");
        }

        @Test
        void variantsThatOneEndpointMayBeBothOf() {
            assertThatThrownBy(() -> Canary.version(BACKEND, "v1", "v1"))
                    .hasMessage("variants must have different names, and a label in which they differ, but were"
                            + " v1{version=v1} and v1{version=v1}");
        }

        @Test
        void portsThatCarryTlsOfApplications() {
            String service = """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: vault, namespace: shop}
                    spec:
                      clusterIP: 10.101.0.9
                      selector: {app: vault}
                      ports: [{name: https, port: 443}]
                    """;
            MeshSnapshot mesh = IntentMeshes.with(MESH, service, "c1");

            assertThatThrownBy(() -> Canary.version("vault.shop.svc.cluster.local", "v1", "v2")
                            .manifests(mesh))
                    .hasMessageStartingWith("port 443 of vault.shop.svc.cluster.local carries TLS of its applications");
        }
    }
}
