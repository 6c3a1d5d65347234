package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pods of one namespace, found by labels. */
final class PodIndex {
    static final PodIndex NONE = new PodIndex();

    private final Map<String, Pod> byName = new TreeMap<>();
    private final Map<String, Map<String, List<Pod>>> byLabel = new LinkedHashMap<>();

    void add(Pod pod) {
        byName.put(pod.metadata().name(), pod);
        pod.metadata()
                .labels()
                .forEach((name, value) -> byLabel.computeIfAbsent(name, key -> new LinkedHashMap<>())
                        .computeIfAbsent(value, key -> new ArrayList<>(1))
                        .add(pod));
    }

    Collection<Pod> all() {
        return byName.values();
    }

    /** {@return pods that carry all of these labels, by name; all pods when there are none} */
    List<Pod> select(Map<String, String> labels) {
        List<Pod> smallest = null;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            List<Pod> having = byLabel.getOrDefault(label.getKey(), Collections.emptyMap())
                    .getOrDefault(label.getValue(), List.of());
            if (smallest == null || having.size() < smallest.size()) {
                smallest = having;
            }
        }
        if (smallest == null) {
            return List.copyOf(byName.values());
        }
        return smallest.stream()
                .filter(pod -> pod.metadata().labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }
}
