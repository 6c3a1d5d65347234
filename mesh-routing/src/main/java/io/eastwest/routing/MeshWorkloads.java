package io.eastwest.routing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.view.MeshViews;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.Collection;
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

    private final List<WorkloadInstance> all;

    /** Where the workloads of a cluster begin and end in all, by cluster. */
    private final Map<String, Range> clusters = new LinkedHashMap<>();

    private final Map<Caller, WorkloadInstance> callers = new ConcurrentHashMap<>();

    /** Part of all workloads. */
    private record Range(int from, int to) {
        private static final Range NONE = new Range(0, 0);
    }

    MeshWorkloads(MeshSnapshot snapshot, MeshViews views) {
        List<WorkloadInstance> found = new ArrayList<>();
        for (String cluster : snapshot.clusters()) {
            int from = found.size();
            for (WorkloadInstance workload : views.view(cluster).workloads()) {
                if (workload.cluster().equals(cluster)) {
                    add(workload, from, found);
                }
            }
            clusters.put(cluster, new Range(from, found.size()));
        }
        this.all = List.copyOf(found);
    }

    /** Of a pod and a WorkloadEntry with one name the WorkloadEntry counts; they come one after the other. */
    private static void add(WorkloadInstance workload, int from, List<WorkloadInstance> found) {
        int last = found.size() - 1;
        if (last >= from && compare(found.get(last), workload.namespace(), workload.name()) == 0) {
            found.set(last, workload);
        } else {
            found.add(workload);
        }
    }

    private static int compare(WorkloadInstance workload, String namespace, String name) {
        int byNamespace = workload.namespace().compareTo(namespace);
        return byNamespace == 0 ? workload.name().compareTo(name) : byNamespace;
    }

    /** {@return all workloads, by cluster in the order of the topology, namespace, name} */
    Collection<WorkloadInstance> all() {
        return all;
    }

    /** {@return the workload of an id, {@code <cluster>/<namespace>/<pod>}} */
    Optional<WorkloadInstance> named(String id) {
        String[] parts = id.split("/", -1);
        return parts.length == PARTS ? named(parts[0], parts[1], parts[2]) : Optional.empty();
    }

    private Optional<WorkloadInstance> named(String cluster, String namespace, String name) {
        int place = place(cluster, namespace, name);
        Range range = clusters.getOrDefault(cluster, Range.NONE);
        return place < range.to() && compare(all.get(place), namespace, name) == 0
                ? Optional.of(all.get(place))
                : Optional.empty();
    }

    /** {@return the first place in a cluster of a workload that is not before this name} */
    private int place(String cluster, String namespace, String name) {
        Range range = clusters.getOrDefault(cluster, Range.NONE);
        int low = range.from();
        int high = range.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(all.get(middle), namespace, name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<WorkloadInstance> ofNamespace(String cluster, String namespace) {
        int from = place(cluster, namespace, "");
        int to = from;
        while (to < clusters.getOrDefault(cluster, Range.NONE).to()
                && all.get(to).namespace().equals(namespace)) {
            to++;
        }
        return all.subList(from, to);
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
        List<WorkloadInstance> ofNamespace = ofNamespace(caller.cluster(), caller.namespace());
        return named(caller.cluster(), caller.namespace(), caller.workload())
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
