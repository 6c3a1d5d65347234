package io.eastwest.routing.question;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may call, as a mesh itself says it: one workload of each cluster and locality, and none that would call itself. */
final class DerivedCallers {
    private final MeshRouter router;
    private final List<List<WorkloadInstance>> places;
    private final Map<String, Set<String>> members = new TreeMap<>();
    private final Set<String> servers = new TreeSet<>();
    private final Map<String, Map<Integer, CallTarget>> targets;

    DerivedCallers(MeshRouter router, MeshPods pods, DerivedAxes axes) {
        this.router = router;
        this.targets = axes.byHost();
        Map<String, Map<String, List<WorkloadInstance>>> found = new LinkedHashMap<>();
        pods.all().stream()
                .filter(pods::isCaller)
                .forEach(pod -> found.computeIfAbsent(pod.cluster(), key -> new TreeMap<>())
                        .computeIfAbsent(MeshPods.locality(pod), key -> new ArrayList<>())
                        .add(pod));
        this.places = found.values().stream()
                .flatMap(localities -> localities.values().stream())
                .toList();
        router.snapshot().clusters().forEach(this::serve);
        members.values().forEach(servers::addAll);
    }

    private void serve(String cluster) {
        for (MeshService service : router.view(cluster).services()) {
            if (targets.containsKey(service.hostname())) {
                Set<String> owners = members.computeIfAbsent(service.hostname(), key -> new TreeSet<>());
                router.view(cluster).endpoints(service).stream()
                        .map(ServiceEndpoint::owner)
                        .flatMap(Optional::stream)
                        .forEach(owners::add);
            }
        }
    }

    /** {@return the first workload of each place} */
    List<Caller> callers() {
        return places.stream().map(place -> caller(place.get(0))).toList();
    }

    /** {@return for each target that is among the callers: one workload of each place that is another one} */
    Map<String, List<Caller>> byTarget() {
        List<String> usual =
                places.stream().map(place -> MeshPods.id(place.get(0))).toList();
        Map<String, List<Caller>> callers = new LinkedHashMap<>();
        targets.forEach((host, ports) -> {
            Set<String> itself = members.getOrDefault(host, new TreeSet<>());
            List<Caller> others = usual.stream().noneMatch(itself::contains)
                    ? List.of()
                    : places.stream()
                            .flatMap(place -> other(place, itself).stream())
                            .map(DerivedCallers::caller)
                            .toList();
            if (!others.isEmpty()) {
                ports.values().forEach(target -> callers.put(target.name(), others));
            }
        });
        return callers;
    }

    /** {@return the first workload that is no target at all, or else the first that is another target} */
    private Optional<WorkloadInstance> other(List<WorkloadInstance> place, Set<String> itself) {
        return first(place, servers).or(() -> first(place, itself));
    }

    private static Optional<WorkloadInstance> first(List<WorkloadInstance> place, Set<String> without) {
        return place.stream().filter(pod -> !without.contains(MeshPods.id(pod))).findFirst();
    }

    private static Caller caller(WorkloadInstance pod) {
        return new Caller(pod.name(), pod.namespace(), pod.cluster());
    }
}
