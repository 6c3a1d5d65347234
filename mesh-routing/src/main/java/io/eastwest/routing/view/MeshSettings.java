package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The mesh configuration as a cluster holds it.
 *
 * @param config key {@code mesh}, without defaults; empty: not there
 * @param networks key {@code meshNetworks}; empty: not there
 */
record MeshSettings(Optional<MeshConfig> config, Optional<MeshNetworks> networks) {
    /** A cluster without mesh configuration. */
    static final MeshSettings NONE = new MeshSettings(Optional.empty(), Optional.empty());

    private static final String CONFIG_MAP = "istio";

    /**
     * Reads ConfigMap {@code istio} of the namespace of the control plane, else of the root namespace. A field that is
     * not known is passed over, as istiod does.
     */
    static MeshSettings read(MeshSnapshot snapshot, String cluster, Consumer<Issue> issues) {
        String root = snapshot.topology().spec().rootNamespaceOrDefault();
        List<ConfigMap> maps = snapshot.resources(cluster, ConfigMap.class).stream()
                .filter(map -> map.metadata().name().equals(CONFIG_MAP))
                .toList();
        Optional<ConfigMap> map = inNamespace(maps, ClusterNamespaces.SYSTEM).or(() -> inNamespace(maps, root));
        return new MeshSettings(
                map.flatMap(found -> value(found, "mesh", MeshConfig.class, issues)),
                map.flatMap(found -> value(found, "meshNetworks", MeshNetworks.class, issues)));
    }

    private static Optional<ConfigMap> inNamespace(List<ConfigMap> maps, String namespace) {
        return maps.stream()
                .filter(map -> map.metadata().namespaceOrDefault().equals(namespace))
                .reduce((first, last) -> last);
    }

    private static <T> Optional<T> value(ConfigMap map, String key, Class<T> type, Consumer<Issue> issues) {
        String text = map.data().getOrDefault(key, "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        ReadResult<T> result = ManifestReader.pruning().readValue(type, key, text);
        result.issues().forEach(issue -> issues.accept(issue.about(map.key())));
        return result.value();
    }
}
