package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.topology.ClusterTopology;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Nodes of one cluster: those of its manifests, else those that its pods name, spread over the zones of the topology. */
final class ClusterNodes {
    private final Map<String, Node> nodes = new TreeMap<>();

    private ClusterNodes() {}

    static ClusterNodes of(List<Node> manifests, Collection<Pod> pods, ClusterTopology topology) {
        ClusterNodes result = new ClusterNodes();
        for (Node node : manifests) {
            result.nodes.put(node.metadata().name(), node);
        }
        if (manifests.isEmpty()
                && (topology.region().isPresent() || !topology.zones().isEmpty())) {
            List<String> names = pods.stream()
                    .flatMap(pod -> pod.spec().nodeName().stream())
                    .distinct()
                    .sorted()
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                result.nodes.put(names.get(i), inZone(names.get(i), i, topology));
            }
        }
        return result;
    }

    private static Node inZone(String name, int position, ClusterTopology topology) {
        Map<String, String> labels = new TreeMap<>();
        topology.region().ifPresent(region -> labels.put(Localities.REGION, region));
        List<String> zones = topology.zones();
        if (!zones.isEmpty()) {
            labels.put(Localities.ZONE, zones.get(position % zones.size()));
        }
        return Node.builder()
                .metadata(ObjectMeta.builder().name(name).putAllLabels(labels).build())
                .build();
    }

    Collection<Node> all() {
        return nodes.values();
    }

    Optional<Node> find(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** {@return locality of a pod: its own label, else that of its node; empty text: none} */
    String locality(Pod pod) {
        String own = Localities.ofLabels(pod.metadata().labels());
        if (!own.isEmpty()) {
            return own;
        }
        return Localities.ofNode(pod.spec().nodeName().map(nodes::get).orElse(null));
    }
}
