package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static io.eastwest.render.intent.IntentMeshes.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.BlueGreen;
import io.eastwest.render.intent.DistributeByPercent;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.KeepLocal;
import io.eastwest.render.intent.PartitionBySource;
import io.eastwest.render.intent.PreferLocal;
import io.eastwest.render.intent.TrafficIntent;
import io.eastwest.routing.balancing.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IntentProofTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final MeshSnapshot MESH = IntentMeshes.twoPrimaries();
    private static final TrafficIntent FAILOVER = PreferLocal.region(BACKEND).failingOver("region1", "region2");
    private static final TrafficIntent PARTITION = PartitionBySource.own(BACKEND, "c1", "c2");

    private static Proven proven(TrafficIntent... intents) {
        return IntentProof.of(MESH, AT, List.of(intents)).orThrow();
    }

    private static TrafficIntent distribution(String there) {
        Map<String, Integer> percents = new LinkedHashMap<>();
        percents.put("region1/*", 80);
        percents.put(there, 20);
        return DistributeByPercent.of(BACKEND, "region1/*", percents);
    }

    /** What is found when a resource of some clusters is another than the intent says. */
    private static List<String> refuted(
            TrafficIntent intent, List<String> clusters, ResourceKey key, UnaryOperator<MeshResource> change) {
        IntentManifests manifests = IntentManifests.of(MESH, List.of(intent));
        MeshSnapshot mesh = manifests.snapshot();
        for (String cluster : clusters) {
            MeshResource changed =
                    change.apply(mesh.find(cluster, key).orElseThrow().resource());
            mesh = mesh.toBuilder().put(cluster, changed).build();
        }
        return refuted(mesh, manifests);
    }

    private static List<String> refuted(MeshSnapshot mesh, IntentManifests manifests) {
        ProofResult result = IntentProof.check(MeshTree.of(mesh), AT, manifests.promises());
        assertThat(result).isInstanceOf(Refuted.class);
        return ((Refuted) result)
                .findings().stream().map(ProofFinding::toString).toList();
    }

    private static Share served(Proven proof, String cluster, String called, String state, String by) {
        return proof.calls().stream()
                .filter(call -> call.call().caller().cluster().equals(cluster)
                        && (call.call().host() + ":" + call.call().port()).contains(called)
                        && call.state().equals(state))
                .findFirst()
                .orElseThrow()
                .result()
                .servedBy(by);
    }

    @Nested
    class Proves {
        @Test
        void failoverOfRegions() {
            Proven proof = proven(FAILOVER);

            assertThat(served(proof, "c1", "8080", "healthy", "c1")).isEqualTo(Share.ONE);
            assertThat(served(proof, "c1", "8080", "pod c1/shop/backend-1", "c1"))
                    .isEqualTo(Share.ONE);
            assertThat(served(proof, "c1", "8080", "all of backend.shop:8080 in c1", "c2"))
                    .isEqualTo(Share.ONE);
            assertThat(served(proof, "c2", "9000", "cluster c1", "c2")).isEqualTo(Share.ONE);
            assertThat(proof.tree())
                    .isEqualTo(IntentManifests.of(MESH, List.of(FAILOVER)).tree());
        }

        @Test
        void failoverOfClusters() {
            Proven proof = proven(PreferLocal.cluster(BACKEND));

            assertThat(served(proof, "c2", "8080", "all of backend.shop:8080 in c2", "c1"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void partition() {
            Proven proof = proven(PARTITION);

            assertThat(served(proof, "c1", "8080", "all of backend.shop:8080 in c1", "c2"))
                    .isEqualTo(Share.ZERO);
            assertThat(served(proof, "c2", "9000", "link network1-network2", "c2"))
                    .isEqualTo(Share.ONE);
        }

        @Test
        void noCallOfAServiceToItselfWhereAnotherWorkloadIsThere() {
            Proven proof = proven(FAILOVER);

            assertThat(proof.calls())
                    .extracting(call -> call.call().caller().toString())
                    .contains("c1/common/catalog-1")
                    .noneMatch(caller -> caller.contains("backend"));
        }

        @Test
        void callsKeptLocalButForExceptions() {
            Proven proof = proven(KeepLocal.except(CATALOG));

            assertThat(served(proof, "c1", "backend", "all of backend.shop:8080 in c1", "c2"))
                    .isEqualTo(Share.ZERO);
            assertThat(served(proof, "c1", "catalog", "healthy", "c2")).isEqualTo(Share.of(1, 2));
        }

        @Test
        void distribution() {
            Proven proof = proven(IntentProofTest.distribution("region2/zone1"));

            assertThat(served(proof, "c1", "8080", "healthy", "c2")).isEqualTo(Share.of(1, 5));
            assertThat(served(proof, "c1", "8080", "all of backend.shop:8080 in c1", "c2"))
                    .isEqualTo(Share.ONE);
        }
    }

    @Nested
    class FilesThatAreThere {
        private final MeshTree tree = MeshTree.of(IntentMeshes.with(MESH, """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: catalog, namespace: common}
                spec: {host: catalog, trafficPolicy: {connectionPool: {http: {http2MaxRequests: 9}}}}
                """, "c1", "c2"));

        @Test
        void stayAsTheyAreAndAreProvenWithTheRest() {
            Proven proof =
                    IntentProof.of(tree, AT, List.of(FAILOVER), List.of()).orThrow();

            Map<String, String> written = new LinkedHashMap<>(tree.files());
            written.keySet().removeIf(path -> path.endsWith("/kustomization.yaml"));
            assertThat(proof.tree().files()).containsAllEntriesOf(written);
            assertThat(proof.tree().files()).hasSize(tree.files().size() + 2);
        }

        @Test
        void mayBeAnEarlierStepWhosePromisesStillCount() {
            Proven first =
                    IntentProof.of(tree, AT, List.of(FAILOVER), List.of()).orThrow();
            IntentManifests earlier = IntentManifests.of(MESH, List.of(FAILOVER));

            ProofResult broken = IntentProof.of(
                    first.tree(), AT, List.of(BlueGreen.clusters(BACKEND, "c2", "c1")), earlier.promises());

            assertThat(broken.toText())
                    .startsWith(
                            "refuted\n  promised: calls of backend.shop.svc.cluster.local stay in the region of their caller");
            assertThat(IntentProof.of(first.tree(), AT, List.of(FAILOVER), earlier.promises())
                            .orThrow()
                            .tree())
                    .isEqualTo(first.tree());
        }

        @Test
        void refuteWhatTheyBreak() {
            MeshTree closed = MeshTree.of(IntentMeshes.with(MESH, """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: nobody, namespace: shop}
                    spec: {}
                    """, "c1"));

            assertThat(IntentProof.of(closed, AT, List.of(FAILOVER), List.of()).toText())
                    .contains("healthy: a share of 1 is lost while endpoints are healthy");
        }
    }

    @Test
    void nothingIsExpectedOfEndpointsThatNoWayLeadsTo() {
        MeshSnapshot far = MESH.toBuilder()
                .remove("c1", ResourceKey.of("", "Pod", "shop", "backend-1"))
                .remove("c1", ResourceKey.of("", "Pod", "shop", "backend-2"))
                .build();

        Proven proof =
                IntentProof.of(far, AT, List.of(PreferLocal.region(BACKEND))).orThrow();

        assertThat(served(proof, "c1", "8080", "healthy", "c2")).isEqualTo(Share.ONE);
        for (String state : List.of(
                "link network1-network2",
                "gateways of network2",
                "gateway 203.0.113.2",
                "pod c2/istio-system/gateway-1")) {
            assertThat(served(proof, "c1", "8080", state, "c2")).isEqualTo(Share.ZERO);
        }
    }

    @Nested
    class Refutes {
        private final ResourceKey rule =
                ResourceKey.of(DestinationRule.GROUP, DestinationRule.KIND, "shop", "backend-prefer-local");
        private final ResourceKey routes =
                ResourceKey.of(VirtualService.GROUP, VirtualService.KIND, "shop", "backend-partition");
        private final ResourceKey subsets =
                ResourceKey.of(DestinationRule.GROUP, DestinationRule.KIND, "shop", "backend-partition");

        private MeshResource withoutOutlierDetection(MeshResource resource) {
            DestinationRule given = (DestinationRule) resource;
            TrafficPolicy policy = given.spec().trafficPolicy().orElseThrow().toBuilder()
                    .outlierDetection(Optional.empty())
                    .build();
            return given.toBuilder()
                    .spec(given.spec().toBuilder().trafficPolicy(policy).build())
                    .build();
        }

        private MeshResource onlyFirstRule(MeshResource resource) {
            VirtualService given = (VirtualService) resource;
            return given.toBuilder()
                    .spec(given.spec().toBuilder()
                            .http(given.spec().http().subList(0, 1))
                            .build())
                    .build();
        }

        @Test
        void failoverWithoutOutlierDetection() {
            List<String> findings = refuted(FAILOVER, List.of("c1", "c2"), rule, this::withoutOutlierDetection);

            assertThat(findings)
                    .contains(
                            "BROKEN_PROMISE GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1, healthy:"
                                    + " a share of 1/6 is answered in c2 region2/zone1 but only [region1] may"
                                    + " (c1 region1/zone1 33.33%, c1 region1/zone2 33.33%,"
                                    + " c2 region2/zone1 16.67%, c2 region2/zone2 16.67%)")
                    .anyMatch(finding -> finding.startsWith("BROKEN_PROMISE tcp backend.shop.svc.cluster.local:9000"
                            + " from c1/common/catalog-1, all of backend.shop:9000 in c1: a share of "));
        }

        @Test
        void partitionOfOneRuleForCallersElsewhere() {
            List<String> findings = refuted(PARTITION, List.of("c1", "c2"), routes, this::onlyFirstRule);

            assertThat(findings)
                    .containsExactly(
                            "BROKEN_PROMISE GET http://backend.shop.svc.cluster.local:8080/ from c2/common/catalog-1,"
                                    + " all of backend.shop:8080 in c2: a share of 1 is answered outside of c2"
                                    + " (c1 region1/zone1 100%)");
        }

        @Test
        void partitionWhoseOneRuleLeadsAway() {
            List<String> findings = refuted(PARTITION, List.of("c1", "c2"), routes, resource -> {
                VirtualService one = (VirtualService) onlyFirstRule(resource);
                IstioHttpRoute away = one.spec().http().get(0).toBuilder()
                        .route(List.of(HttpRouteDestination.to(
                                Destination.subset(BACKEND, "c2").onPort(8080))))
                        .build();
                return one.toBuilder()
                        .spec(one.spec().toBuilder().http(List.of(away)).build())
                        .build();
            });

            assertThat(findings)
                    .anyMatch(finding -> finding.startsWith(
                            "BROKEN_PROMISE GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1,"
                                    + " healthy: a share of 1 is answered outside of c1"));
        }

        @Test
        void subsetsThatTheDestinationLacks() {
            Map<String, String> crossed = new LinkedHashMap<>();
            crossed.put("c1", "c2");
            IntentManifests manifests = IntentManifests.of(MESH, List.of(new PartitionBySource(BACKEND, crossed)));
            MeshSnapshot mesh =
                    manifests.snapshot().toBuilder().remove("c2", subsets).build();

            assertThat(refuted(mesh, manifests))
                    .contains(
                            "BROKEN_PROMISE GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1, healthy:"
                                    + " a share of 1 is lost while endpoints are healthy"
                                    + " (lost 100% (503 UF,URX UPSTREAM_CONNECT_FAILED))")
                    .first()
                    .asString()
                    .startsWith("ISSUE ERROR VirtualService/shop/backend-partition")
                    .endsWith("SUBSET_UNKNOWN");
        }

        @Test
        void settingsOfOnePrimaryOnly() {
            IntentManifests manifests = IntentManifests.of(MESH, List.of(FAILOVER));
            MeshSnapshot mesh =
                    manifests.snapshot().toBuilder().remove("c2", rule).build();

            assertThat(refuted(mesh, manifests))
                    .isNotEmpty()
                    .allSatisfy(finding ->
                            assertThat(finding).startsWith("BROKEN_PROMISE ").contains(" from c2/"));
        }

        @Test
        void distributionOverZonesBehindOneGateway() {
            ProofResult result = IntentProof.of(MESH, AT, List.of(IntentProofTest.distribution("region2/*")));

            assertThat(result.toText())
                    .startsWith(
                            "refuted\n  promised: calls of backend.shop.svc.cluster.local from region1/* are answered by"
                                    + " region1 at 80 %, region2 at 20 %, while all endpoints are healthy; none is lost while one"
                                    + " of these regions has a healthy endpoint\n"
                                    + "  BROKEN_PROMISE GET http://backend.shop.svc.cluster.local:8080/ from c1/common/catalog-1, healthy:"
                                    + " region1 answers a share of 8/9 but shall answer 4/5 (");
        }

        @Test
        void promisesThatNobodyCanBeAskedFor() {
            IntentManifests manifests = IntentManifests.of(MESH, List.of(FAILOVER));
            MeshSnapshot silent = MESH.toBuilder()
                    .remove("c1", ResourceKey.of("", "Service", "shop", "backend"))
                    .remove("c2", ResourceKey.of("", "Service", "shop", "backend"))
                    .build();

            assertThat(refuted(silent, manifests))
                    .containsExactly("NOT_ASKED no workload with a proxy has a service to call");
        }

        @Test
        void tellingHealthyCallsFirstAndHowManyMoreThereAre() {
            List<ProofFinding> findings = new ArrayList<>();
            for (int i = 1; i <= 24; i++) {
                findings.add(new ProofFinding(
                        ProofFinding.Kind.BROKEN_PROMISE,
                        "it holds",
                        "call, " + (i < 24 ? "pod " + i : "healthy") + ": no"));
            }

            assertThat(new Refuted(findings).toText())
                    .startsWith("""
                            refuted
                              promised: it holds
                              BROKEN_PROMISE call, healthy: no
                              BROKEN_PROMISE call, pod 1: no
                            """)
                    .endsWith("  BROKEN_PROMISE call, pod 19: no\n  and 4 more\n");
        }

        @Test
        void andThrowsTheFindings() {
            assertThatThrownBy(() -> new Refuted(
                                    List.of(new ProofFinding(ProofFinding.Kind.NOT_ASKED, "it holds", "nobody calls")))
                            .orThrow())
                    .hasMessage("refuted\n  promised: it holds\n  NOT_ASKED nobody calls\n");
        }
    }
}
