package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Services of one namespace, found by the labels that they select. Immutable. */
final class SelectingServices {
    private record Placed(int place, KubernetesService service) {}

    /** By the first label of the selector. */
    private final Map<Map.Entry<String, String>, List<Placed>> byLabel = new LinkedHashMap<>();

    SelectingServices(Collection<KubernetesService> services) {
        int place = 0;
        for (KubernetesService service : services) {
            Placed placed = new Placed(place++, service);
            service.spec().selector().entrySet().stream()
                    .findFirst()
                    .ifPresent(label -> byLabel.computeIfAbsent(
                                    Map.entry(label.getKey(), label.getValue()), key -> new ArrayList<>(1))
                            .add(placed));
        }
    }

    /** {@return Services whose selector takes these labels, in the order given; one without selector takes none} */
    List<KubernetesService> of(Map<String, String> labels) {
        List<Placed> found = new ArrayList<>();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            for (Placed placed : byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of())) {
                if (labels.entrySet()
                        .containsAll(placed.service().spec().selector().entrySet())) {
                    found.add(placed);
                }
            }
        }
        found.sort(Comparator.comparingInt(Placed::place));
        return found.stream().map(Placed::service).toList();
    }
}
