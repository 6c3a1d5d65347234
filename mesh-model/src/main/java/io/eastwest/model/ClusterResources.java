package io.eastwest.model;

import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The resources of one cluster, found by type and by key. */
final class ClusterResources {
    private final List<Manifest> manifests;
    private volatile @Nullable Map<ResourceKey, Manifest> byKey;
    private final Map<Class<?>, List<?>> byType = new ConcurrentHashMap<>();

    private ClusterResources(List<Manifest> manifests) {
        this.manifests = Collections.unmodifiableList(manifests);
    }

    static ClusterResources of(@Nullable Collection<Manifest> manifests) {
        return new ClusterResources(manifests == null ? List.of() : new ArrayList<>(manifests));
    }

    List<Manifest> manifests() {
        return manifests;
    }

    Optional<Manifest> find(ResourceKey key) {
        Map<ResourceKey, Manifest> known = byKey;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Manifest manifest : manifests) {
                known.put(manifest.resource().key(), manifest);
            }
            byKey = known;
        }
        return Optional.ofNullable(known.get(key));
    }

    @SuppressWarnings("unchecked") // the list was filtered by that very type
    <T extends MeshResource> List<T> resources(Class<T> type) {
        return (List<T>) byType.computeIfAbsent(
                type,
                wanted -> manifests.stream()
                        .map(Manifest::resource)
                        .filter(wanted::isInstance)
                        .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterResources that && manifests.equals(that.manifests);
    }

    @Override
    public int hashCode() {
        return manifests.hashCode();
    }
}
