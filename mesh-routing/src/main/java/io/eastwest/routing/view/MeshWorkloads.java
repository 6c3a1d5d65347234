package io.eastwest.routing.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Workloads of all clusters that one control plane reads, its own cluster first.
 *
 * @param clusters workloads by cluster
 */
record MeshWorkloads(List<ClusterWorkloads> clusters) {
    ClusterWorkloads configurationCluster() {
        return clusters.get(0);
    }

    Optional<ClusterWorkloads> cluster(String name) {
        return clusters.stream()
                .filter(cluster -> cluster.cluster().name().equals(name))
                .findFirst();
    }

    /**
     * Workloads that a ServiceEntry takes: ready pods, then WorkloadEntries, each by name, of every cluster. istiod knows
     * them by kind, namespace and name alone; of two in different clusters one stays by chance, we take the first cluster.
     *
     * @param namespace namespace of the ServiceEntry
     * @param labels its selector
     */
    List<Workload> select(String namespace, Map<String, String> labels) {
        Map<String, Workload> pods = new TreeMap<>();
        Map<String, Workload> entries = new TreeMap<>();
        for (Workload workload : matching(namespace, labels)) {
            (workload.isPod() ? pods : entries).putIfAbsent(workload.name(), workload);
        }
        List<Workload> selected = new ArrayList<>(pods.values());
        selected.addAll(entries.values());
        return selected;
    }

    /** {@return ready pods and WorkloadEntries of a namespace that carry these labels, cluster by cluster} */
    List<Workload> matching(String namespace, Map<String, String> labels) {
        List<Workload> found = new ArrayList<>();
        for (ClusterWorkloads cluster : clusters) {
            found.addAll(cluster.readyPods(namespace, labels));
            for (Workload workload : cluster.entries(namespace)) {
                if (workload.labels().entrySet().containsAll(labels.entrySet())) {
                    found.add(workload);
                }
            }
        }
        return found;
    }
}
