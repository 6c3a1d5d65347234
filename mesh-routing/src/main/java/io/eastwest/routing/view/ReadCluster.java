package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cluster of a snapshot.
 *
 * @param state what its API server holds
 * @param services its Services
 * @param istiod the control plane that reads it
 */
record ReadCluster(ClusterState state, List<MeshService> services, IstiodInstallation istiod) implements ClusterView {
    @Override
    public String name() {
        return state.name();
    }

    @Override
    public String network() {
        String labelled = state.namespaces().network(istiod.namespace().orElse(ClusterNamespaces.SYSTEM));
        return labelled.isEmpty() ? state.topology().networkOrDefault() : labelled;
    }

    @Override
    public Map<String, String> namespaceLabels(String namespace) {
        return state.namespaces().labels(namespace);
    }

    @Override
    public <T extends MeshResource> List<T> resources(Class<T> kind) {
        StoredResources stored = StoredResources.of(state.snapshot(), state.name());
        Map<String, T> last = new LinkedHashMap<>();
        for (T resource : state.snapshot().resources(state.name(), kind)) {
            last.put(
                    resource.metadata().namespaceOrDefault() + "/"
                            + resource.metadata().name(),
                    resource);
        }
        return last.values().stream()
                .filter(resource -> Revisions.isRead(resource, istiod.revision()))
                .flatMap(resource -> stored.store(kind, resource).stream())
                .sorted(Comparator.comparing((T resource) -> resource.metadata().namespaceOrDefault())
                        .thenComparing(resource -> resource.metadata().name()))
                .toList();
    }
}
