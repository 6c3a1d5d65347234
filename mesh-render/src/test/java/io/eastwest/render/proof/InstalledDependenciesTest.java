package io.eastwest.render.proof;

import static io.eastwest.render.intent.IntentMeshes.BACKEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.render.MeshTree;
import io.eastwest.render.intent.BlueGreen;
import io.eastwest.render.intent.Canary;
import io.eastwest.render.intent.LockDown;
import io.eastwest.render.intent.PreferLocal;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file of each kind and cluster is taken away from installations of several models, each with an intent. */
class InstalledDependenciesTest {
    private static final Kind[] KINDS = {Kind.CLUSTER, Kind.GATEWAYS};
    private static final Map<String, CallDraft> TARGETS = new TreeMap<>();

    static {
        TARGETS.put("backend.shop:8080", Call.get("http://" + BACKEND + ":8080/"));
        TARGETS.put("catalog.shop:9000", Call.tcp("catalog.shop.svc.cluster.local", 9000));
    }

    static List<Arguments> trees() {
        return List.of(
                tree(
                        "multi-primary",
                        () -> InstalledShops.multiPrimary(
                                Canary.version(BACKEND, "v1", "v2").at(10))),
                tree("one network", () -> InstalledShops.oneNetwork(PreferLocal.cluster(BACKEND))),
                tree(
                        "primary-remote",
                        () -> InstalledShops.primaryRemote(
                                BlueGreen.clusters(BACKEND, "c1", "c2"),
                                LockDown.of(BACKEND).accounts("shop/frontend"))),
                tree(
                        "ambient",
                        () -> InstalledShops.ambient(LockDown.of(BACKEND).accounts("shop/frontend"))));
    }

    private static Arguments tree(String name, Supplier<MeshTree> tree) {
        return Arguments.of(name, tree);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trees")
    void namesExactlyThePairsWhoseCallsAreLost(String name, Supplier<MeshTree> made) {
        MeshTree tree = made.get();
        DependencyCheck check = DependencyCheck.of(tree, KINDS);
        MeshRouter with = MeshRouter.of(tree.snapshot());
        List<Caller> callers = Clients.ofEachIdentityAndPlace(with);
        assertThat(callers).hasSizeGreaterThanOrEqualTo(6);
        Set<String> lost = new TreeSet<>();
        for (String path : oneOfEachKind(check.files())) {
            MeshRouter without = MeshRouter.of(without(tree, path));
            Set<String> expected = new TreeSet<>();
            losses(with, without, callers, "healthy", Conditions.healthy(), Conditions.healthy(), expected);
            List<MeshFailure> left = MeshFailures.of(without, KINDS);
            for (MeshFailure failure : MeshFailures.of(with, KINDS)) {
                losses(
                        with,
                        without,
                        callers,
                        failure.name(),
                        failure.conditions(),
                        left.contains(failure) ? failure.conditions() : Conditions.healthy(),
                        expected);
            }

            Set<String> found = new TreeSet<>();
            check.dependents(path)
                    .forEach(each -> found.add(each.target() + " " + each.call().caller() + " " + each.state()));

            assertThat(found).as("%s without %s", name, path).isEqualTo(expected);
            if (!found.isEmpty()) {
                lost.add(kind(path));
            }
        }
        assertThat(lost).contains("deployment");
    }

    private static void losses(
            MeshRouter with,
            MeshRouter without,
            List<Caller> callers,
            String state,
            Conditions before,
            Conditions after,
            Set<String> expected) {
        TARGETS.forEach((name, draft) -> {
            for (Caller caller : callers) {
                boolean called = !with.isDown(id(with, caller), before);
                if (called && lost(without, draft, caller, after).compareTo(lost(with, draft, caller, before)) > 0) {
                    expected.add(name + " " + caller + " " + state);
                }
            }
        });
    }

    private static Share lost(MeshRouter router, CallDraft draft, Caller caller, Conditions conditions) {
        boolean there = router.view(caller.cluster()).workloads().stream()
                .anyMatch(pod -> pod.cluster().equals(caller.cluster())
                        && pod.name().equals(caller.workload())
                        && pod.namespace().equals(caller.namespace()));
        Call call = draft.from(caller);
        return !there || router.resolve(id(router, caller), call.host()).isEmpty()
                ? Share.ONE
                : router.decide(call, conditions).share(Outcome.Kind.REFUSED);
    }

    private static String id(MeshRouter router, Caller caller) {
        return OpenWays.id(router.workload(caller));
    }

    /** {@return a file of each cluster, kind and namespace; those about the API server of a cluster are left out} */
    private static List<String> oneOfEachKind(List<String> files) {
        Map<String, String> first = new LinkedHashMap<>();
        for (String path : files) {
            String name = path.substring(path.lastIndexOf('/') + 1).split("-", 3)[2];
            String namespace = name.substring(0, name.indexOf('.'));
            if (!kind(path).contains("role") && !kind(path).contains("autoscaler")) {
                first.putIfAbsent(path.split("/", -1)[1] + " " + kind(path) + " " + namespace, path);
            }
        }
        return List.copyOf(first.values());
    }

    /** {@return the kind in a path such as {@code clusters/c1/30-service-shop.backend.yaml}} */
    private static String kind(String path) {
        return path.substring(path.lastIndexOf('/') + 1).split("-", -1)[1];
    }

    private static MeshSnapshot without(MeshTree tree, String path) {
        MeshSnapshot mesh = tree.snapshot();
        return mesh.clusters().stream()
                .flatMap(cluster -> mesh.manifests(cluster).stream()
                        .filter(each -> MeshTree.path(cluster, each.resource()).equals(path))
                        .map(each -> mesh.toBuilder()
                                .remove(cluster, each.resource().key())
                                .build()))
                .findFirst()
                .orElseThrow();
    }
}
