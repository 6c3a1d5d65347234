package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.LabelSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The resources of one cluster that its control plane looks at, by kind, in the order of istiod. Thread-safe. */
final class ConfigurationStore {
    private final ClusterState cluster;
    private final List<LabelSelector> discovery;
    private final Optional<String> revision;
    private final StoredResources stored;
    private final Map<Class<?>, List<?>> byKind = new ConcurrentHashMap<>();

    ConfigurationStore(ClusterState cluster, List<LabelSelector> discovery, Optional<String> revision) {
        this.cluster = cluster;
        this.discovery = discovery;
        this.revision = revision;
        this.stored = StoredResources.of(cluster.snapshot(), cluster.name());
    }

    /** {@return the resources of a kind by creation time, name, namespace; of two with one key the last} */
    @SuppressWarnings("unchecked") // the list was made for that very kind
    <T extends MeshResource> List<Configured<T>> get(Class<T> kind) {
        return (List<Configured<T>>) byKind.computeIfAbsent(kind, wanted -> load(kind));
    }

    private <T extends MeshResource> List<Configured<T>> load(Class<T> kind) {
        Map<ResourceKey, Configured<T>> last = new LinkedHashMap<>();
        for (T resource : cluster.snapshot().resources(cluster.name(), kind)) {
            String namespace = resource.namespaced() ? resource.metadata().namespaceOrDefault() : "";
            if (isRead(resource, namespace)) {
                stored.store(kind, resource)
                        .ifPresent(found -> last.put(
                                resource.key(), new Configured<>(found, namespace, CreationTimes.of(resource))));
            }
        }
        List<Configured<T>> sorted = new ArrayList<>(last.values());
        sorted.sort(Comparator.comparing(Configured<T>::creationTime)
                .thenComparing(Configured::name)
                .thenComparing(Configured::namespace));
        return List.copyOf(sorted);
    }

    private boolean isRead(MeshResource resource, String namespace) {
        return Revisions.isRead(resource, revision)
                && (namespace.isEmpty() || cluster.namespaces().isDiscovered(namespace, discovery));
    }
}
