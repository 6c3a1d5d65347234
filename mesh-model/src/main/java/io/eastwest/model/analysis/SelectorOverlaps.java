package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which objects of one kind select the same pods of their namespace.
 *
 * @param <T> type of the kind
 */
final class SelectorOverlaps<T extends MeshResource> {
    private final Map<Found<T>, List<MeshPod>> pods = new LinkedHashMap<>();
    private final Map<MeshPod, List<Found<T>>> objects = new LinkedHashMap<>();

    private SelectorOverlaps() {}

    static <T extends MeshResource> SelectorOverlaps<T> of(
            ControlPlaneScope scope, List<Found<T>> found, Function<T, Map<String, String>> selector) {
        SelectorOverlaps<T> overlaps = new SelectorOverlaps<>();
        found.stream().sorted(Comparator.comparing(Found::key)).forEach(object -> {
            List<MeshPod> selected = scope.pods().selected(object.namespace(), selector.apply(object.resource()));
            overlaps.pods.put(object, selected);
            selected.forEach(pod -> overlaps.objects
                    .computeIfAbsent(pod, any -> new ArrayList<>())
                    .add(object));
        });
        return overlaps;
    }

    /** {@return the objects with the pods that they select} */
    Map<Found<T>, List<MeshPod>> selected() {
        return pods;
    }

    /** {@return the pods that this object shares with another, without those left out} */
    List<MeshPod> shared(Found<T> object, Predicate<MeshPod> without) {
        return pods.getOrDefault(object, List.of()).stream()
                .filter(pod -> objects.getOrDefault(pod, List.of()).size() > 1)
                .filter(without.negate())
                .toList();
    }

    /** {@return names of the other objects that select one of these pods} */
    Set<String> others(Found<T> object, List<MeshPod> shared) {
        Set<String> names = new TreeSet<>();
        for (MeshPod pod : shared) {
            List<Found<T>> all = objects.getOrDefault(pod, List.of());
            all.stream().filter(other -> !other.equals(object)).map(Found::name).forEach(names::add);
        }
        return names;
    }
}
