package io.eastwest.routing.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pods and WorkloadEntries of one cluster as one control plane sees them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/endpoint_builder.go} and {@code
 * pilot/pkg/serviceregistry/serviceentry/conversion.go:convertWorkloadEntryToWorkloadInstance}.
 */
final class ClusterWorkloads {
    private static final String HEALTH_CHECKS = "proxy.istio.io/health-checks-enabled";

    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");

    private final ClusterState cluster;
    private final Map<String, Map<String, Workload>> pods = new LinkedHashMap<>();
    /** By namespace, made when it is asked for. */
    private final Map<String, Map<String, Workload>> readyByAddress = new ConcurrentHashMap<>();

    private final List<LabelSelector> discovery;
    private final Map<String, List<Workload>> entries = new TreeMap<>();
    private final WorkloadFactory factory;
    private final Map<String, SelectingServices> selecting = new ConcurrentHashMap<>();

    private ClusterWorkloads(ClusterState cluster, WorkloadFactory factory, List<LabelSelector> discovery) {
        this.cluster = cluster;
        this.factory = factory;
        this.discovery = discovery;
    }

    /**
     * Collects.
     *
     * @param cluster the cluster
     * @param factory makes workloads
     * @param discovery selects the namespaces that count
     * @param read tells the WorkloadEntries that the control plane reads
     */
    static ClusterWorkloads of(
            ClusterState cluster,
            WorkloadFactory factory,
            List<LabelSelector> discovery,
            Predicate<WorkloadEntry> read) {
        ClusterWorkloads workloads = new ClusterWorkloads(cluster, factory, discovery);
        cluster.pods().forEach((namespace, index) -> {
            if (workloads.isDiscovered(namespace)) {
                index.all().forEach(workloads::add);
            }
        });
        for (WorkloadEntry entry : cluster.workloadEntries()) {
            String namespace = entry.metadata().namespaceOrDefault();
            if (workloads.isDiscovered(namespace) && isHealthy(entry) && read.test(entry)) {
                workloads
                        .entries
                        .computeIfAbsent(namespace, name -> new ArrayList<>())
                        .add(factory.ofEntry(entry));
            }
        }
        return workloads;
    }

    private void add(Pod pod) {
        if (PodState.isTerminal(pod)) {
            return;
        }
        Workload workload = factory.ofPod(pod);
        pods.computeIfAbsent(workload.namespace(), key -> new LinkedHashMap<>()).put(workload.name(), workload);
    }

    /** A WorkloadEntry whose health is checked counts only once it was found healthy. */
    private static boolean isHealthy(WorkloadEntry entry) {
        if (!TRUE.contains(entry.metadata().annotations().getOrDefault(HEALTH_CHECKS, ""))) {
            return true;
        }
        return entry.status().filter(ClusterWorkloads::saysHealthy).isPresent();
    }

    private static boolean saysHealthy(JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("Healthy")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    ClusterState cluster() {
        return cluster;
    }

    /** {@return whether the control plane looks at a namespace of this cluster} */
    boolean isDiscovered(String namespace) {
        return cluster.namespaces().isDiscovered(namespace, discovery);
    }

    /** {@return its Services in a namespace, by name; none where the control plane does not look} */
    List<KubernetesService> services(String namespace) {
        Map<String, KubernetesService> found = cluster.services().get(namespace);
        return found == null || !isDiscovered(namespace) ? List.of() : List.copyOf(found.values());
    }

    /** {@return its Services in a namespace whose selector takes these labels, by name} */
    List<KubernetesService> selecting(String namespace, Map<String, String> labels) {
        return selecting
                .computeIfAbsent(namespace, key -> new SelectingServices(services(key)))
                .of(labels);
    }

    /** {@return network of an address of a workload: that of the workload, else of the address alone} */
    String network(Workload workload, String address) {
        return workload.network().isEmpty()
                ? factory.networks().network(address, workload.labels())
                : workload.network();
    }

    WorkloadFactory factory() {
        return factory;
    }

    Optional<Workload> pod(Pod pod) {
        return pod(pod.metadata().namespaceOrDefault(), pod.metadata().name());
    }

    Optional<Workload> pod(String namespace, String name) {
        return Optional.ofNullable(
                pods.getOrDefault(namespace, Collections.emptyMap()).get(name));
    }

    /** {@return the pod of a namespace with this as its first address, if it is ready and stays} */
    Optional<Workload> readyPod(String namespace, String address) {
        return Optional.ofNullable(
                readyByAddress.computeIfAbsent(namespace, this::ready).get(address));
    }

    private Map<String, Workload> ready(String namespace) {
        Map<String, Workload> ready = new LinkedHashMap<>();
        for (Workload workload :
                pods.getOrDefault(namespace, Collections.emptyMap()).values()) {
            workload.pod()
                    .filter(pod -> PodState.isReady(pod) && !PodState.isTerminating(pod))
                    .ifPresent(pod -> ready.putIfAbsent(workload.address(), workload));
        }
        return ready;
    }

    /** {@return its pods, by namespace, then name} */
    Stream<Workload> pods() {
        return pods.values().stream().flatMap(each -> each.values().stream());
    }

    /** {@return ready pods of a namespace that carry all of these labels, those that istiod adds included} */
    List<Workload> readyPods(String namespace, Map<String, String> labels) {
        return cluster.pods(namespace).select(AugmentedLabels.withoutAdded(labels)).stream()
                .filter(pod -> PodState.isReady(pod) && !PodState.isTerminating(pod))
                .flatMap(pod -> pod(pod).stream())
                .filter(workload -> !workload.addresses().isEmpty())
                .filter(workload -> workload.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    List<Workload> entries(String namespace) {
        return entries.getOrDefault(namespace, List.of());
    }

    Collection<List<Workload>> entries() {
        return entries.values();
    }
}
