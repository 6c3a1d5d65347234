package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.proof.ProofTrees.calls;
import static io.eastwest.render.proof.ProofTrees.proven;
import static io.eastwest.render.proof.ProofTrees.refuted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.MirrorCalls;
import io.eastwest.routing.balancing.Share;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MirrorCallsTest {
    private static final MeshSnapshot MESH = IntentMeshes.withNewVersion();
    private static final MirrorCalls MIRROR =
            MirrorCalls.version(BACKEND, "v1", "v2").at(15);
    private static final ResourceKey RULE =
            ResourceKey.of(DestinationRule.GROUP, DestinationRule.KIND, "shop", "backend-mirror");
    private static final ResourceKey ROUTES =
            ResourceKey.of(VirtualService.GROUP, VirtualService.KIND, "shop", "backend-mirror");
    private static final String GET = "GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1";

    private static VirtualService rules(MeshResource resource, UnaryOperator<IstioHttpRoute> change) {
        VirtualService given = (VirtualService) resource;
        return given.toBuilder()
                .spec(given.spec().toBuilder()
                        .http(given.spec().http().stream().map(change).toList())
                        .build())
                .build();
    }

    @Test
    void copiesAreWrittenBesideTheOnlyDestination() {
        List<MeshResource> applied =
                IntentManifests.of(MESH, List.of(MIRROR)).resources().getOrDefault("c2", List.of());

        assertThat(ManifestWriter.toYaml(applied.get(1))).contains("""
                          - name: mirror-8080
                            match:
                            - port: 8080
                            route:
                            - destination:
                                host: backend.shop.svc.cluster.local
                                subset: v1
                                port:
                                  number: 8080
                            mirrors:
                            - destination:
                                host: backend.shop.svc.cluster.local
                                subset: v2
                                port:
                                  number: 8080
                              percentage:
                                value: 15
                          tcp:
                        """);
    }

    @Test
    void percentsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> MIRROR.at(0)).hasMessage("percent must be 1..100 but was 0");
    }

    @Nested
    class Proves {
        private final Proven proof = proven(MESH, MIRROR);

        @Test
        void exactCopiesAndAnswersOfThePrimaryAlone() {
            assertThat(proof.calls().get(0).promise().text())
                    .isEqualTo(
                            "calls of backend.shop.svc.cluster.local are answered by v1 alone, and lost only when it is gone;"
                                    + " 15 % of requests are copied to v2, and arrive while an endpoint there is healthy");
            assertThat(calls(proof, "healthy"))
                    .contains(GET + ", healthy: c1 region1/zone1 100%; a share of 3/20 is copied to v2");
        }

        @Test
        void thatNoCallIsLostWithTheShadow() {
            assertThat(proof.calls())
                    .filteredOn(call -> call.state().equals("pod c2/shop/backend-v2-1"))
                    .hasSize(4)
                    .allSatisfy(call -> assertThat(call.result().served()).isEqualTo(Share.ONE));
            assertThat(calls(proof, "link network1-network2"))
                    .contains(GET + ", link network1-network2: c1 region1/zone1 100%; no endpoint of v2 is up and in"
                            + " reach: copies are lost, calls are not");
        }

        @Test
        void copiesToAnotherCluster() {
            assertThat(calls(proven(MESH, MirrorCalls.cluster(BACKEND, "c1", "c2")), "cluster c1"))
                    .isNotEmpty()
                    .allMatch(call -> call.contains("no endpoint of c1 is up and in reach: all calls are lost"));
        }
    }

    @Nested
    class Refutes {
        private final IntentManifests manifests = IntentManifests.of(MESH, List.of(MIRROR));

        @Test
        void subsetsThatTheOtherClusterLacks() {
            assertThat(refuted(ProofTrees.without(manifests, "c2", RULE), manifests))
                    .contains("BROKEN_PROMISE " + GET
                            + ", healthy: a share of 0 of the copies arrives while v2 is healthy"
                            + " (c1 region1/zone1 100%)");
        }

        @Test
        void subsetsThatNobodyDefines() {
            MeshSnapshot mesh = ProofTrees.changed(manifests, "c1", RULE, resource -> {
                DestinationRule rule = (DestinationRule) resource;
                List<Subset> one = rule.spec().subsets().subList(0, 1);
                return rule.toBuilder()
                        .spec(rule.spec().toBuilder().subsets(one).build())
                        .build();
            });

            assertThat(refuted(mesh, manifests))
                    .anyMatch(finding ->
                            finding.startsWith("BROKEN_PROMISE " + GET + ", healthy: a share of 0 of the copies"));
        }

        @Test
        void copiesOfAnotherShare() {
            MeshSnapshot mesh = ProofTrees.changed(
                    manifests,
                    "c1",
                    ROUTES,
                    resource -> rules(
                            resource,
                            rule -> rule.toBuilder()
                                    .mirrors(rule.mirrors().stream()
                                            .map(mirror -> mirror.toBuilder()
                                                    .percentage(Optional.empty())
                                                    .build())
                                            .toList())
                                    .build()));

            assertThat(refuted(mesh, manifests))
                    .contains("BROKEN_PROMISE " + GET
                            + ", healthy: a share of 1 is copied but shall be 3/20 (c1 region1/zone1 100%)");
        }

        @Test
        void answersOfTheShadow() {
            MeshSnapshot mesh = ProofTrees.changed(
                    manifests,
                    "c1",
                    ROUTES,
                    resource -> rules(
                            resource,
                            rule -> rule.toBuilder()
                                    .route(List.of(HttpRouteDestination.to(BACKEND)))
                                    .build()));

            assertThat(refuted(mesh, manifests))
                    .anyMatch(finding ->
                            finding.startsWith("BROKEN_PROMISE GET") && finding.contains("v1 answers a share of "));
        }
    }
}
