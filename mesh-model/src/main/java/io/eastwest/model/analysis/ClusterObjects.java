package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one cluster, each once: of several with one key the last one counts, as when they are applied. */
final class ClusterObjects {
    private final String name;
    private final Map<ResourceKey, Manifest> byKey = new LinkedHashMap<>();
    private final Map<Class<?>, List<?>> byType = new LinkedHashMap<>();

    private ClusterObjects(String name) {
        this.name = name;
    }

    static ClusterObjects of(MeshSnapshot mesh, String cluster) {
        ClusterObjects objects = new ClusterObjects(cluster);
        mesh.manifests(cluster)
                .forEach(manifest -> objects.byKey.put(manifest.resource().key(), manifest));
        return objects;
    }

    String name() {
        return name;
    }

    @SuppressWarnings("unchecked") // the list was made of that very type
    <T extends MeshResource> List<Found<T>> all(Class<T> type) {
        List<?> known = byType.get(type);
        if (known == null) {
            List<Found<T>> found = new ArrayList<>();
            for (Manifest manifest : byKey.values()) {
                if (type.isInstance(manifest.resource())) {
                    found.add(new Found<>(name, manifest, type.cast(manifest.resource())));
                }
            }
            known = found;
            byType.put(type, known);
        }
        return (List<Found<T>>) known;
    }

    <T extends MeshResource> Optional<Found<T>> find(Class<T> type, ResourceKey key) {
        return Optional.ofNullable(byKey.get(key))
                .filter(manifest -> type.isInstance(manifest.resource()))
                .map(manifest -> new Found<>(name, manifest, type.cast(manifest.resource())));
    }
}
