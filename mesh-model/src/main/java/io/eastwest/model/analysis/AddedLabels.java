package io.eastwest.model.analysis;

import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.topology.ClusterTopology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The labels that istiod adds to those of a pod: cluster, network, node and locality. Upstream's analyzer leaves cluster
 * and network out and so refuses subsets by cluster, which istiod serves. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/util/label/label.go:AugmentLabels}.
 */
final class AddedLabels {
    static final String CLUSTER = "topology.istio.io/cluster";
    static final String NETWORK = "topology.istio.io/network";
    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final String REGION = "topology.kubernetes.io/region";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String SUBZONE = "topology.istio.io/subzone";
    private static final String LOCALITY = "topology.istio.io/locality";
    private static final List<String> LOCALITY_PARTS = List.of(REGION, ZONE, SUBZONE);

    /** Names of all labels that istiod adds. */
    static final List<String> NAMES = List.of(CLUSTER, NETWORK, HOSTNAME, REGION, ZONE, SUBZONE);

    private final Map<String, Map<String, Map<String, String>>> byNode = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byCluster = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> anywhere = new LinkedHashMap<>();

    private AddedLabels() {}

    static AddedLabels of(ControlPlaneScope scope) {
        AddedLabels labels = new AddedLabels();
        for (String cluster : scope.clusters()) {
            Map<String, String> own = new TreeMap<>();
            put(own, CLUSTER, cluster);
            put(own, NETWORK, network(scope, cluster));
            labels.byCluster.put(cluster, own);
            labels.byNode.put(cluster, new LinkedHashMap<>());
        }
        for (Found<Node> node : scope.discovered(Node.class)) {
            Map<String, String> own = new TreeMap<>(labels.cluster(node.cluster()));
            LOCALITY_PARTS.forEach(name -> put(own, name, node.labels().getOrDefault(name, "")));
            put(own, HOSTNAME, node.name());
            labels.byNode.getOrDefault(node.cluster(), new LinkedHashMap<>()).put(node.name(), own);
        }
        scope.clusters().forEach(cluster -> labels.anywhere.put(cluster, labels.alternatives(scope, cluster)));
        return labels;
    }

    /** {@return what is added to a pod, as a list of one} */
    List<Map<String, String>> of(Found<Pod> pod) {
        String node = pod.resource().spec().nodeName().orElse("");
        Map<String, String> added = new TreeMap<>(
                byNode.getOrDefault(pod.cluster(), Collections.emptyMap()).getOrDefault(node, cluster(pod.cluster())));
        put(added, HOSTNAME, node);
        String locality = pod.labels().getOrDefault(LOCALITY, "");
        if (!locality.isEmpty()) {
            added.keySet().removeAll(LOCALITY_PARTS);
            locality(locality.contains("/") ? locality : locality.replace('.', '/'), added);
        }
        if (!pod.labels().getOrDefault(NETWORK, "").isEmpty()) {
            added.remove(NETWORK);
        }
        return List.of(added);
    }

    /** {@return what may be added to a pod that is not bound to a node: one map per node or zone of its cluster} */
    List<Map<String, String>> anywhere(String cluster) {
        return anywhere.getOrDefault(cluster, List.of());
    }

    /** Adds the parts of a locality, {@code region/zone/subzone}. */
    static void locality(String locality, Map<String, String> labels) {
        String[] parts = locality.split("/", -1);
        for (int i = 0; i < Math.min(parts.length, LOCALITY_PARTS.size()); i++) {
            put(labels, LOCALITY_PARTS.get(i), parts[i]);
        }
    }

    private List<Map<String, String>> alternatives(ControlPlaneScope scope, String cluster) {
        Map<String, Map<String, String>> nodes = byNode.getOrDefault(cluster, Collections.emptyMap());
        if (!nodes.isEmpty()) {
            return List.copyOf(nodes.values());
        }
        Optional<ClusterTopology> topology = scope.topology().cluster(cluster);
        List<String> zones = topology.map(ClusterTopology::zones).orElse(List.of());
        List<Map<String, String>> all = new ArrayList<>();
        for (String zone : zones.isEmpty() ? List.of("") : zones) {
            Map<String, String> own = new TreeMap<>(cluster(cluster));
            put(own, REGION, topology.flatMap(ClusterTopology::region).orElse(""));
            put(own, ZONE, zone);
            all.add(own);
        }
        return all;
    }

    private Map<String, String> cluster(String cluster) {
        return byCluster.getOrDefault(cluster, Collections.emptyMap());
    }

    /** {@return network of a cluster by the label of its root namespace, else by the topology} */
    static String network(ControlPlaneScope scope, String cluster) {
        return scope.namespaceOf(cluster, scope.topology().rootNamespaceOrDefault())
                .map(Found<Namespace>::labels)
                .map(labels -> labels.getOrDefault(NETWORK, ""))
                .filter(network -> !network.isEmpty())
                .or(() -> scope.topology().cluster(cluster).map(ClusterTopology::networkOrDefault))
                .orElse("");
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
