package io.eastwest.routing.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels of workloads with those that istiod adds. Equal label sets are one map. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/util/label/label.go:AugmentLabels}.
 */
final class AugmentedLabels {
    static final String CLUSTER = "topology.istio.io/cluster";
    static final String NETWORK = "topology.istio.io/network";
    static final String HOSTNAME = "kubernetes.io/hostname";

    private final Map<Map<String, String>, Map<String, String>> known = new LinkedHashMap<>();

    /** {@return sorted labels with region, zone, subzone, cluster, node and network; an own network label stays} */
    Map<String, String> of(Map<String, String> own, String cluster, String locality, String node, String network) {
        Map<String, String> labels = new TreeMap<>(own);
        put(labels, Localities.REGION, Localities.part(locality, 0));
        put(labels, Localities.ZONE, Localities.part(locality, 1));
        put(labels, Localities.SUBZONE, Localities.part(locality, 2));
        put(labels, CLUSTER, cluster);
        put(labels, HOSTNAME, node);
        if (labels.getOrDefault(NETWORK, "").isEmpty()) {
            put(labels, NETWORK, network);
        }
        Map<String, String> shared = known.putIfAbsent(labels, Collections.unmodifiableMap(labels));
        return shared == null ? known.getOrDefault(labels, labels) : shared;
    }

    /** {@return the labels of a selector that only the workload itself can have} */
    static Map<String, String> withoutAdded(Map<String, String> selector) {
        Map<String, String> own = new TreeMap<>(selector);
        own.keySet()
                .removeAll(List.of(Localities.REGION, Localities.ZONE, Localities.SUBZONE, CLUSTER, HOSTNAME, NETWORK));
        return own;
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }
}
