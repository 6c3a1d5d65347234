package io.eastwest.routing.question;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who calls in two meshes: pods with a proxy and without, and gateways for calls from outside, by kinds that are alike in both. */
final class DiffCallers {
    private static final String MANAGED = "gateway.istio.io/managed";

    private final MeshPods podsBefore;
    private final MeshPods podsAfter;
    private final Map<String, WorkloadInstance> before;
    private final Map<String, WorkloadInstance> after;
    private final boolean addressesCount;

    DiffCallers(MeshRouter one, MeshRouter other) {
        this.podsBefore = new MeshPods(one);
        this.podsAfter = new MeshPods(other);
        this.before = callers(podsBefore);
        this.after = callers(podsAfter);
        this.addressesCount = Stream.of(one, other).anyMatch(DiffCallers::looksAtAddresses);
    }

    /**
     * Callers of one kind.
     *
     * @param first one of them
     * @param alike the others
     */
    record Kind(Caller first, List<Caller> alike) {
        Kind {
            alike = List.copyOf(alike);
        }
    }

    private static Map<String, WorkloadInstance> callers(MeshPods pods) {
        Map<String, WorkloadInstance> callers = new LinkedHashMap<>();
        pods.all().stream()
                .filter(pod -> pod.pod()
                        && !pods.gateways().contains(MeshPods.id(pod))
                        && !pod.labels().containsKey(MANAGED)
                        && !pods.isOfTheSystem(pod.cluster(), pod.namespace()))
                .forEach(pod -> callers.put(MeshPods.id(pod), pod));
        return callers;
    }

    /** {@return whether policies of a mesh tell two pods apart by their addresses} */
    private static boolean looksAtAddresses(MeshRouter router) {
        return router.snapshot().clusters().stream()
                .flatMap(cluster -> router.snapshot().resources(cluster, AuthorizationPolicy.class).stream())
                .flatMap(policy -> policy.spec().rules().stream())
                .anyMatch(DiffCallers::looksAtAddresses);
    }

    private static boolean looksAtAddresses(AuthorizationRule rule) {
        return rule.when().stream().anyMatch(condition -> condition.key().endsWith(".ip"))
                || rule.from().stream()
                        .flatMap(from -> from.source().stream())
                        .flatMap(source -> Stream.of(
                                source.ipBlocks(),
                                source.notIpBlocks(),
                                source.remoteIpBlocks(),
                                source.notRemoteIpBlocks()))
                        .anyMatch(blocks -> !blocks.isEmpty());
    }

    /** {@return the callers that both meshes have} */
    List<Kind> kinds() {
        return kinds(before, after);
    }

    /** {@return the gateways that both meshes have, as callers from outside} */
    List<Kind> gateways(MeshRouter one, MeshRouter other) {
        return kinds(gateways(one, podsBefore), gateways(other, podsAfter)).stream()
                .map(kind -> new Kind(
                        outside(kind.first()),
                        kind.alike().stream().map(DiffCallers::outside).toList()))
                .toList();
    }

    private static Caller outside(Caller caller) {
        return new Caller(caller.workload(), caller.namespace(), caller.cluster(), true);
    }

    private static Map<String, WorkloadInstance> gateways(MeshRouter router, MeshPods pods) {
        Map<String, WorkloadInstance> gateways = new LinkedHashMap<>();
        pods.all().stream()
                .filter(pod -> pod.pod() && router.isGateway(pod))
                .forEach(pod -> gateways.put(MeshPods.id(pod), pod));
        return gateways;
    }

    private List<Kind> kinds(Map<String, WorkloadInstance> some, Map<String, WorkloadInstance> others) {
        Map<List<Object>, List<Caller>> kinds = new LinkedHashMap<>();
        some.forEach((id, pod) -> Optional.ofNullable(others.get(id))
                .ifPresent(other -> kinds.computeIfAbsent(
                                List.of(
                                        MeshPods.kind(pod),
                                        MeshPods.kind(other),
                                        addressesCount ? pod.addresses() : List.of(),
                                        addressesCount ? other.addresses() : List.of()),
                                key -> new ArrayList<>())
                        .add(new Caller(pod.name(), pod.namespace(), pod.cluster()))));
        return kinds.values().stream()
                .map(callers -> new Kind(callers.get(0), callers.subList(1, callers.size())))
                .toList();
    }

    /** {@return pods that only the mesh before has} */
    List<String> onlyBefore() {
        return without(before, after);
    }

    /** {@return pods that only the mesh after has} */
    List<String> onlyAfter() {
        return without(after, before);
    }

    private static List<String> without(Map<String, WorkloadInstance> some, Map<String, WorkloadInstance> others) {
        List<String> rest = new ArrayList<>(some.keySet());
        rest.removeAll(others.keySet());
        return rest;
    }
}
