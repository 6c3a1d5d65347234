package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodPhase;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodStatus;
import io.eastwest.model.kubernetes.TemplateMeta;
import io.eastwest.model.topology.ClusterTopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pods of Deployments, StatefulSets and DaemonSets that have none in the manifests: ready, spread over the nodes, with
 * addresses of 100.64.0.0/10 that differ between clusters. Equal manifests give equal pods.
 */
final class MadePods {
    private static final int FIRST_ADDRESS = (100 << 24) | (64 << 16);
    private static final int ADDRESSES_PER_CLUSTER = 1 << 17;
    private static final int CLUSTERS = 32;

    private final MeshSnapshot snapshot;
    private final ClusterTopology cluster;
    private final ClusterNamespaces namespaces;
    private final List<String> nodes;
    private final AmbientCapture capture;
    private final List<Pod> made = new ArrayList<>();

    private MadePods(MeshSnapshot snapshot, ClusterTopology cluster, ClusterNamespaces namespaces, List<String> nodes) {
        this.snapshot = snapshot;
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.nodes = nodes;
        this.capture = AmbientCapture.of(snapshot, cluster.name());
    }

    /**
     * Makes pods.
     *
     * @param snapshot the mesh
     * @param cluster the cluster
     * @param namespaces its namespaces, which say where sidecars are injected
     * @param pods the pods of the manifests
     * @param nodes names of its nodes, in the order in which pods are spread over them
     */
    static List<Pod> of(
            MeshSnapshot snapshot,
            ClusterTopology cluster,
            ClusterNamespaces namespaces,
            Collection<Pod> pods,
            List<String> nodes) {
        MadePods result = new MadePods(snapshot, cluster, namespaces, nodes);
        for (WorkloadTemplates.Pods workload : WorkloadTemplates.of(snapshot, cluster.name(), nodes.size())) {
            boolean exist = pods.stream()
                    .anyMatch(pod -> pod.metadata()
                                    .namespaceOrDefault()
                                    .equals(workload.owner().metadata().namespaceOrDefault())
                            && workload.selector().matches(pod.metadata().labels()));
            if (!exist) {
                result.add(workload);
            }
        }
        return result.made;
    }

    private void add(WorkloadTemplates.Pods workload) {
        TemplateMeta template =
                workload.template().metadata().orElse(TemplateMeta.builder().build());
        String namespace = workload.owner().metadata().namespaceOrDefault();
        PodSpec spec = workload.template().spec().orElse(PodSpec.empty());
        Map<String, String> labels = new TreeMap<>(template.labels());
        boolean injected = SidecarInjection.isInjected(template, spec, namespaces.labels(namespace));
        if (injected) {
            labels.putAll(SidecarInjection.labels(template, cluster.networkOrDefault()));
        }
        Map<String, String> annotations = new TreeMap<>(template.annotations());
        boolean hostNetwork = spec.hostNetwork().orElse(false);
        if (capture.captures(template, hostNetwork, injected, namespace, namespaces.labels(namespace))) {
            annotations.put(AmbientCapture.MARK, AmbientCapture.MARKED);
        }
        for (int i = 0; i < workload.replicas(); i++) {
            made.add(Pod.builder()
                    .metadata(ObjectMeta.builder()
                            .namespace(namespace)
                            .name(workload.owner().metadata().name() + "-" + (workload.first() + i))
                            .putAllLabels(labels)
                            .putAllAnnotations(annotations)
                            .creationTimestamp(workload.owner().metadata().creationTimestamp())
                            .build())
                    .spec(onNode(spec, i))
                    .status(PodStatus.builder()
                            .phase(PodPhase.Running)
                            .podIP(nextAddress())
                            .build())
                    .build());
        }
    }

    private PodSpec onNode(PodSpec spec, int replica) {
        if (nodes.isEmpty() || spec.nodeName().isPresent()) {
            return spec;
        }
        return spec.toBuilder().nodeName(nodes.get(replica % nodes.size())).build();
    }

    private String nextAddress() {
        int position = snapshot.clusters().indexOf(cluster.name());
        if (position >= CLUSTERS || made.size() >= ADDRESSES_PER_CLUSTER - 1) {
            throw new UnsupportedFeatureException("cluster \"" + cluster.name() + "\": pods are made for at most "
                    + CLUSTERS + " clusters and " + ADDRESSES_PER_CLUSTER
                    + " pods each; add the pods to the manifests");
        }
        int address = FIRST_ADDRESS + position * ADDRESSES_PER_CLUSTER + made.size() + 1;
        return ClusterIps.text(address);
    }
}
