package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.WorkloadInstance;
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

    private final Map<String, WorkloadInstance> byId;
    private final Map<Caller, WorkloadInstance> callers = new ConcurrentHashMap<>();

    MeshWorkloads(MeshSnapshot snapshot, MeshViews views) {
        Map<String, WorkloadInstance> all = new LinkedHashMap<>();
        for (String cluster : snapshot.clusters()) {
            for (WorkloadInstance workload : views.view(cluster).workloads()) {
                if (workload.cluster().equals(cluster)) {
                    all.put(WorkloadNames.id(workload), workload);
                }
            }
        }
        this.byId = Collections.unmodifiableMap(all);
    }

    /** {@return all workloads, by cluster in the order of the topology, namespace, name} */
    Collection<WorkloadInstance> all() {
        return byId.values();
    }

    /** {@return the workload of an id, {@code <cluster>/<namespace>/<pod>}} */
    Optional<WorkloadInstance> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The pod that calls: the one of that name, else the first of the workload.
     *
     * @throws IllegalArgumentException if there is none
     */
    WorkloadInstance of(Caller caller) {
        return callers.computeIfAbsent(caller, this::find);
    }

    private WorkloadInstance find(Caller caller) {
        List<WorkloadInstance> ofNamespace = byId.values().stream()
                .filter(pod -> pod.cluster().equals(caller.cluster())
                        && pod.namespace().equals(caller.namespace()))
                .toList();
        return ofNamespace.stream()
                .filter(pod -> pod.name().equals(caller.workload()))
                .findFirst()
                .or(() -> ofNamespace.stream()
                        .filter(pod -> WorkloadNames.names(caller.workload(), pod))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no workload \"" + caller + "\"; there are "
                        + ofNamespace.stream()
                                .map(WorkloadNames::id)
                                .limit(MOST_NAMED)
                                .toList()));
    }
}
