package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterTopology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Namespaces of one cluster: those of its manifests and those that its objects live in. */
final class ClusterNamespaces {
    /** Where control planes run unless the manifests say otherwise. */
    static final String SYSTEM = "istio-system";

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final Map<String, Map<String, String>> labels = new TreeMap<>();
    private final Map<String, Map<String, String>> annotations = new TreeMap<>();

    private ClusterNamespaces() {}

    /**
     * Collects.
     *
     * @param snapshot the mesh
     * @param topology the cluster
     * @param system namespace of its control plane: without manifest it has the network of the topology
     */
    static ClusterNamespaces of(MeshSnapshot snapshot, ClusterTopology topology, String system) {
        ClusterNamespaces namespaces = new ClusterNamespaces();
        for (Namespace namespace : snapshot.resources(topology.name(), Namespace.class)) {
            String name = namespace.metadata().name();
            namespaces.put(name, namespace.metadata().labels());
            namespaces.annotations.put(name, namespace.metadata().annotations());
        }
        namespaces.putIfAbsent(
                system,
                topology.network()
                        .filter(network -> !network.isEmpty())
                        .map(network -> Collections.singletonMap(AugmentedLabels.NETWORK, network))
                        .orElse(Collections.emptyMap()));
        for (Manifest manifest : snapshot.manifests(topology.name())) {
            MeshResource resource = manifest.resource();
            if (resource.namespaced()) {
                namespaces.putIfAbsent(resource.metadata().namespaceOrDefault(), Collections.emptyMap());
            }
        }
        return namespaces;
    }

    private void putIfAbsent(String name, Map<String, String> own) {
        if (!labels.containsKey(name)) {
            put(name, own);
        }
    }

    private void put(String name, Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(own);
        all.put(NAME_LABEL, name);
        labels.put(name, Collections.unmodifiableMap(all));
    }

    List<String> names() {
        return new ArrayList<>(labels.keySet());
    }

    Map<String, String> labels(String namespace) {
        return labels.getOrDefault(namespace, Collections.emptyMap());
    }

    Map<String, String> annotations(String namespace) {
        return annotations.getOrDefault(namespace, Collections.emptyMap());
    }

    /**
     * {@return network of the label on a namespace; empty text: none}
     *
     * @param system namespace of the control plane that asks, in which it looks in each cluster
     */
    String network(String system) {
        return labels(system).getOrDefault(AugmentedLabels.NETWORK, "");
    }

    /** {@return whether a control plane with these discovery selectors looks at a namespace; without selectors at all} */
    boolean isDiscovered(String namespace, List<LabelSelector> selectors) {
        return selectors.isEmpty() || selectors.stream().anyMatch(selector -> selector.matches(labels(namespace)));
    }
}
