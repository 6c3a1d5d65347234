package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.IntentMeshes;
import io.eastwest.render.intent.LockDown;
import io.eastwest.render.intent.PartitionBySource;
import io.eastwest.render.intent.PreferLocal;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.MeshFailure.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyCheckTest {
    private static final MeshTree TREE = IntentManifests.of(
                    IntentMeshes.twoPrimaries(), List.of(PartitionBySource.own(BACKEND, "c1", "c2")))
            .tree();
    private static final DependencyCheck CHECK = DependencyCheck.of(TREE);
    private static final List<Caller> CALLERS = List.of(
            new Caller("catalog-1", "common", "c1"),
            new Caller("backend-1", "shop", "c1"),
            new Caller("backend-2", "shop", "c1"),
            new Caller("frontend-1", "shop", "c1"),
            new Caller("catalog-1", "common", "c2"),
            new Caller("backend-1", "shop", "c2"),
            new Caller("backend-2", "shop", "c2"),
            new Caller("frontend-1", "shop", "c2"));

    static Stream<String> files() {
        return CHECK.files().stream();
    }

    private static Share lost(MeshRouter router, CallDraft draft, Caller caller) {
        Call call = draft.from(caller);
        String id = caller.cluster() + "/" + caller.namespace() + "/" + caller.workload();
        boolean there =
                router.view(caller.cluster()).workloadByAddress(address(caller)).isPresent();
        return !there || router.resolve(id, call.host()).isEmpty()
                ? Share.ONE
                : router.decide(call).share(Outcome.Kind.REFUSED);
    }

    private static String address(Caller caller) {
        String[] name = caller.workload().split("-", -1);
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("backend", "3");
        ids.put("catalog", "4");
        ids.put("frontend", "5");
        return "10." + caller.cluster().substring(1) + "." + ids.get(name[0]) + "." + name[1];
    }

    private static MeshSnapshot without(String path) {
        MeshSnapshot mesh = TREE.snapshot();
        return mesh.clusters().stream()
                .flatMap(cluster -> mesh.manifests(cluster).stream()
                        .filter(each -> MeshTree.path(cluster, each.resource()).equals(path))
                        .map(each -> mesh.toBuilder()
                                .remove(cluster, each.resource().key())
                                .build()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesExactlyThePairsWhoseCallsAreLost(String path) {
        Map<String, CallDraft> targets = new LinkedHashMap<>();
        targets.put("backend.shop:8080", Call.get("http://backend.shop.svc.cluster.local:8080/"));
        targets.put("backend.shop:9000", Call.tcp("backend.shop.svc.cluster.local", 9000));
        targets.put("catalog.common:8080", Call.get("http://catalog.common.svc.cluster.local:8080/"));
        MeshRouter with = MeshRouter.of(TREE.snapshot());
        MeshRouter without = MeshRouter.of(without(path));
        Set<String> expected = new TreeSet<>();
        targets.forEach((name, draft) -> CALLERS.forEach(caller -> {
            if (lost(without, draft, caller).compareTo(lost(with, draft, caller)) > 0) {
                expected.add(name + " " + caller);
            }
        }));

        Set<String> found = new TreeSet<>();
        CHECK.dependents(path).stream()
                .filter(each -> each.state().equals("healthy"))
                .forEach(each -> found.add(each.target() + " " + each.call().caller()));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void rulesOfASubsetHoldTheCallersOfTheirControlPlane() {
        assertThat(CHECK.dependents(file("c1", "destinationrule")))
                .extracting(each -> each.target() + " " + each.call().caller().cluster() + " " + each.state())
                .contains(
                        "backend.shop:8080 c1 healthy",
                        "backend.shop:9000 c1 healthy",
                        "backend.shop:8080 c1 cluster c2")
                .noneMatch(each -> each.contains(" c2 healthy") || each.contains("catalog"));
    }

    @Test
    void nobodyButAFrontendDependsOnIt() {
        assertThat(CHECK.dependents(file("c1", "frontend"))).isNotEmpty().allSatisfy(each -> {
            assertThat(each.call().caller().workload()).isEqualTo("frontend-1");
            assertThat(each.toString()).endsWith(" becomes nobody calls");
        });
    }

    @Test
    void tellsWhoGetsThroughWithoutAPolicy() {
        MeshSnapshot mesh = IntentMeshes.withStrangers(IntentMeshes.twoPrimaries());
        DependencyCheck check = DependencyCheck.of(
                IntentManifests.of(mesh, List.of(LockDown.of(BACKEND).namespaces("shop", "common")))
                        .tree(),
                new Kind[0]);
        String policy = check.files().stream()
                .filter(path -> path.startsWith("clusters/c1/") && path.contains("authorizationpolicy"))
                .findFirst()
                .orElseThrow();

        assertThat(check.dependents(policy)).isEmpty();
        assertThat(check.changes(policy))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.effect()).isEqualTo(Dependent.Effect.GAINS);
                    assertThat(each.call().caller().namespace()).isEqualTo("legacy");
                })
                .extracting(each -> each.call().caller().workload())
                .contains("batch-1", "naked-1");
    }

    @Test
    void tellsWhoseCallsMoveWithoutARule() {
        DependencyCheck check = DependencyCheck.of(
                IntentManifests.of(IntentMeshes.twoPrimaries(), List.of(PreferLocal.cluster(BACKEND)))
                        .tree());
        List<Dependent> changes = check.changes(check.files().stream()
                .filter(path -> path.startsWith("clusters/c1/") && path.contains("destinationrule"))
                .findFirst()
                .orElseThrow());

        assertThat(changes)
                .filteredOn(each -> each.state().equals("healthy"))
                .isNotEmpty()
                .allMatch(each -> each.effect() == Dependent.Effect.MOVES
                        && each.call().caller().cluster().equals("c1"));
    }

    @Test
    void pathsOfNoResourceAreRefused() {
        assertThatThrownBy(() -> CHECK.dependents("topology.yaml"))
                .hasMessage("no resource of the tree has the file \"topology.yaml\"");
    }

    private static String file(String cluster, String part) {
        return files().filter(path -> path.startsWith("clusters/" + cluster + "/") && path.contains(part))
                .findFirst()
                .orElseThrow();
    }
}
