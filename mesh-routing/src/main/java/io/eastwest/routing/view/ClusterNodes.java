package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.topology.ClusterTopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nodes of one cluster: those of its manifests, else those that its pods name, spread over the zones of the topology. */
final class ClusterNodes {
    private final Map<String, Node> nodes = new TreeMap<>();

    private final List<String> spread = new ArrayList<>();

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
            for (int i = 0; i < Math.max(1, topology.zones().size()); i++) {
                String name = topology.name() + "-node-" + (i + 1);
                result.spread.add(name);
                result.nodes.put(name, inZone(name, i, topology));
            }
        } else {
            result.spread.addAll(acrossZones(manifests));
        }
        return result;
    }

    /** {@return names of nodes so that neighbours are in different zones: the first of each zone, then the second} */
    private static List<String> acrossZones(List<Node> nodes) {
        Map<String, List<String>> zones = new TreeMap<>();
        nodes.stream()
                .sorted((a, b) -> a.metadata().name().compareTo(b.metadata().name()))
                .forEach(node -> zones.computeIfAbsent(Localities.ofNode(node), zone -> new ArrayList<>())
                        .add(node.metadata().name()));
        List<String> names = new ArrayList<>();
        for (int round = 0; names.size() < nodes.size(); round++) {
            for (List<String> zone : zones.values()) {
                if (round < zone.size()) {
                    names.add(zone.get(round));
                }
            }
        }
        return names;
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

    /** {@return names of nodes in the order in which pods are spread over them; empty: no node is known} */
    List<String> spread() {
        return spread;
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
