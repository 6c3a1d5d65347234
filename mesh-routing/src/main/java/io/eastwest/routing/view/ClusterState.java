package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.kubernetes.EndpointSlice;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.topology.ClusterTopology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the API server of one cluster holds of workloads and services, sorted and indexed. Immutable. */
final class ClusterState {
    /** Marks copies that a multi-cluster controller made of the slices of other clusters. */
    private static final String MULTI_CLUSTER_SERVICE = "multicluster.kubernetes.io/service-name";

    private static final Comparator<MeshResource> BY_NAME = Comparator.comparing(
                    (MeshResource resource) -> resource.metadata().namespaceOrDefault())
            .thenComparing(resource -> resource.metadata().name());

    private final ClusterTopology topology;
    private final MeshSnapshot snapshot;
    private final ClusterNamespaces namespaces;
    private final ClusterNodes nodes;
    private final Map<String, Map<String, KubernetesService>> services = new TreeMap<>();
    private final Map<String, List<EndpointSlice>> slices = new LinkedHashMap<>();
    private final Map<String, PodIndex> pods = new TreeMap<>();
    private final List<WorkloadEntry> workloadEntries;

    private ClusterState(MeshSnapshot snapshot, ClusterTopology topology, String system) {
        this.snapshot = snapshot;
        this.topology = topology;
        this.namespaces = ClusterNamespaces.of(snapshot, topology, system);
        List<Pod> all = new ArrayList<>(sorted(Pod.class));
        this.nodes = ClusterNodes.of(snapshot.resources(topology.name(), Node.class), all, topology);
        all.addAll(MadePods.of(snapshot, topology, namespaces, all, nodes.spread()));
        for (Pod pod : all) {
            pods.computeIfAbsent(pod.metadata().namespaceOrDefault(), name -> new PodIndex())
                    .add(pod);
        }
        for (KubernetesService service : ClusterIps.assign(sorted(KubernetesService.class))) {
            services.computeIfAbsent(service.metadata().namespaceOrDefault(), name -> new TreeMap<>())
                    .put(service.metadata().name(), service);
        }
        for (EndpointSlice slice : sorted(EndpointSlice.class)) {
            if (slice.metadata().labels().containsKey(MULTI_CLUSTER_SERVICE)) {
                continue;
            }
            slice.serviceName()
                    .ifPresent(name -> slices.computeIfAbsent(
                                    key(slice.metadata().namespaceOrDefault(), name), key -> new ArrayList<>())
                            .add(slice));
        }
        this.workloadEntries = sorted(WorkloadEntry.class);
    }

    static ClusterState of(MeshSnapshot snapshot, ClusterTopology topology, String system) {
        return new ClusterState(snapshot, topology, system);
    }

    private <T extends MeshResource> List<T> sorted(Class<T> type) {
        Map<String, T> last = new LinkedHashMap<>();
        for (T resource : snapshot.resources(topology.name(), type)) {
            last.put(
                    key(
                            resource.metadata().namespaceOrDefault(),
                            resource.metadata().name()),
                    resource);
        }
        return last.values().stream().sorted(BY_NAME).toList();
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    String name() {
        return topology.name();
    }

    ClusterTopology topology() {
        return topology;
    }

    MeshSnapshot snapshot() {
        return snapshot;
    }

    ClusterNamespaces namespaces() {
        return namespaces;
    }

    ClusterNodes nodes() {
        return nodes;
    }

    /** {@return Services with cluster IPs, by namespace, then name} */
    Map<String, Map<String, KubernetesService>> services() {
        return services;
    }

    Optional<KubernetesService> service(String namespace, String name) {
        return Optional.ofNullable(
                services.getOrDefault(namespace, Collections.emptyMap()).get(name));
    }

    /** {@return EndpointSlices of the manifests for a Service, by name; empty when it is for Kubernetes to make them} */
    List<EndpointSlice> slices(String namespace, String service) {
        return slices.getOrDefault(key(namespace, service), List.of());
    }

    PodIndex pods(String namespace) {
        return pods.getOrDefault(namespace, PodIndex.NONE);
    }

    Map<String, PodIndex> pods() {
        return pods;
    }

    List<WorkloadEntry> workloadEntries() {
        return workloadEntries;
    }
}
