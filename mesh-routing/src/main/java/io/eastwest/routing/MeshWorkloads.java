package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The workloads of all clusters, each as its own control plane knows it. Thread-safe. */
final class MeshWorkloads {
    private static final int MOST_NAMED = 20;
    private static final int MOST_CALLERS = 10_000;
    private static final int PARTS = 3;

    /** By cluster, namespace, name. */
    private final Map<String, Map<String, Map<String, WorkloadInstance>>> byName = new LinkedHashMap<>();

    private final List<WorkloadInstance> all = new ArrayList<>();
    private final Map<Caller, WorkloadInstance> callers = new ConcurrentHashMap<>();

    MeshWorkloads(MeshSnapshot snapshot, MeshViews views) {
        for (String cluster : snapshot.clusters()) {
            for (WorkloadInstance workload : views.view(cluster).workloads()) {
                if (workload.cluster().equals(cluster)) {
                    byName.computeIfAbsent(cluster, key -> new LinkedHashMap<>())
                            .computeIfAbsent(workload.namespace(), key -> new LinkedHashMap<>())
                            .put(workload.name(), workload);
                }
            }
        }
        byName.values().forEach(ofCluster -> ofCluster.values().forEach(each -> all.addAll(each.values())));
    }

    /** {@return all workloads, by cluster in the order of the topology, namespace, name} */
    Collection<WorkloadInstance> all() {
        return Collections.unmodifiableList(all);
    }

    /** {@return the workload of an id, {@code <cluster>/<namespace>/<pod>}} */
    Optional<WorkloadInstance> named(String id) {
        String[] parts = id.split("/", -1);
        return parts.length == PARTS
                ? Optional.ofNullable(ofNamespace(parts[0], parts[1]).get(parts[2]))
                : Optional.empty();
    }

    private Map<String, WorkloadInstance> ofNamespace(String cluster, String namespace) {
        return byName.getOrDefault(cluster, Collections.emptyMap()).getOrDefault(namespace, Collections.emptyMap());
    }

    /**
     * The pod that calls: the one of that name, else the first of the workload.
     *
     * @throws IllegalArgumentException if there is none
     */
    WorkloadInstance of(Caller caller) {
        WorkloadInstance known = callers.get(caller);
        if (known == null) {
            known = find(caller);
            if (callers.size() >= MOST_CALLERS) {
                callers.clear();
            }
            callers.put(caller, known);
        }
        return known;
    }

    private WorkloadInstance find(Caller caller) {
        Map<String, WorkloadInstance> ofNamespace = ofNamespace(caller.cluster(), caller.namespace());
        return Optional.ofNullable(ofNamespace.get(caller.workload()))
                .or(() -> ofNamespace.values().stream()
                        .filter(pod -> WorkloadNames.names(caller.workload(), pod))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no workload \"" + caller + "\"; there are "
                        + ofNamespace.values().stream()
                                .map(WorkloadNames::id)
                                .limit(MOST_NAMED)
                                .toList()));
    }
}
