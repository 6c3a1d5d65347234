package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.ParentReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers what istiod reports. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conditions.go:createRouteStatus, reportListenerCondition}.
 */
final class StatusReport {
    private static final String ACCEPTED = "Accepted";
    private static final String RESOLVED = "ResolvedRefs";
    private static final String PROGRAMMED = "Programmed";
    /** From the problem that says most of a parent to the one that says least. */
    private static final List<String> MOST_TELLING =
            List.of(Problem.NOT_ALLOWED, Problem.NO_MATCHING_HOSTNAME, Problem.NO_MATCHING_PARENT);

    private final List<RouteStatus> routes = new ArrayList<>();
    private final Map<String, Set<ResourceKey>> attached = new LinkedHashMap<>();

    void add(ResourceKey route, List<RouteParent> parents, Optional<Problem> ofGateways, Optional<Problem> ofMesh) {
        Map<ParentReference, List<RouteParent>> byReference = new LinkedHashMap<>();
        for (RouteParent parent : parents) {
            byReference
                    .computeIfAbsent(parent.reference(), key -> new ArrayList<>())
                    .add(parent);
            if (parent.denied().isEmpty() && !parent.isMesh()) {
                attached.computeIfAbsent(
                                listener(parent.key(), parent.listener().section()), key -> new LinkedHashSet<>())
                        .add(route);
            }
        }
        byReference.forEach((reference, each) -> routes.add(new RouteStatus(
                route,
                reference,
                List.of(
                        condition(ACCEPTED, ACCEPTED, denied(each)),
                        condition(RESOLVED, RESOLVED, each.get(0).isMesh() ? ofMesh : ofGateways)))));
    }

    /** {@return why no listener takes the route; empty: one does} */
    private static Optional<Problem> denied(List<RouteParent> parents) {
        if (parents.stream().anyMatch(parent -> parent.denied().isEmpty())) {
            return Optional.empty();
        }
        return parents.stream()
                .flatMap(parent -> parent.denied().stream())
                .min(Comparator.comparing(problem -> MOST_TELLING.indexOf(problem.reason())));
    }

    List<RouteStatus> routes() {
        return routes;
    }

    List<ListenerStatus> listeners(Collection<List<RouteListener>> listeners) {
        return listeners.stream().flatMap(List::stream).map(this::status).toList();
    }

    private ListenerStatus status(RouteListener listener) {
        ParentKey owner = listener.owner();
        Optional<Problem> tls = listener.state().tls();
        Optional<Problem> references = listener.state().kindsSupported()
                ? tls
                : Optional.of(new Problem("InvalidRouteKinds", "a kind of routes is not supported by this protocol"));
        return new ListenerStatus(
                ResourceKey.of(owner.kind().group(), owner.kind().kind(), owner.namespace(), owner.name()),
                listener.section(),
                listener.kinds().stream().map(GroupKind::kind).toList(),
                attached.getOrDefault(listener(owner, listener.section()), Collections.emptySet())
                        .size(),
                List.of(
                        condition(ACCEPTED, ACCEPTED, listener.state().protocol()),
                        condition(
                                PROGRAMMED, PROGRAMMED, tls.map(problem -> new Problem("Invalid", problem.message()))),
                        new StatusCondition("Conflicted", false, "NoConflicts", ""),
                        condition(RESOLVED, RESOLVED, references)));
    }

    /** Routes are counted by namespace and name of the owner, whatever its kind is. */
    private static String listener(ParentKey owner, String section) {
        return owner.namespace() + "/" + owner.name() + "/" + section;
    }

    private static StatusCondition condition(String type, String reason, Optional<Problem> problem) {
        return problem.map(each -> StatusCondition.bad(type, each)).orElseGet(() -> StatusCondition.good(type, reason));
    }
}
