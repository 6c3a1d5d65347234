package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.reader.ReadResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The mesh configuration as a cluster holds it: ConfigMap {@code istio}, else the values of a Sail {@code Istio}.
 *
 * @param config mesh configuration without defaults; empty: not there
 * @param networks mesh networks; empty: not there
 * @param network network that the installation gives its proxies; empty: it does not say
 * @param rendered whether the configuration stands in the ConfigMap, with all that its profile says
 */
record MeshSettings(
        Optional<MeshConfig> config, Optional<MeshNetworks> networks, Optional<String> network, boolean rendered) {
    /** A cluster without mesh configuration. */
    static final MeshSettings NONE = new MeshSettings(Optional.empty(), Optional.empty(), Optional.empty(), false);

    private static final String CONFIG_MAP = "istio";
    private static final String CONFIG = "mesh";
    private static final String NETWORKS = "meshNetworks";

    static MeshSettings read(MeshSnapshot snapshot, String cluster, Consumer<Issue> issues) {
        Optional<SailInstallation> sail = SailInstallation.find(snapshot, cluster, issues);
        Optional<ConfigMap> map = configMap(snapshot, cluster, sail);
        Optional<MeshConfig> config = map.flatMap(found -> value(found, CONFIG, MeshConfigReader::readConfig, issues));
        Optional<MeshNetworks> networks =
                map.flatMap(found -> value(found, NETWORKS, MeshConfigReader::readNetworks, issues));
        if (config.isPresent() && sail.isPresent()) {
            MeshSettingsConflicts.report(
                    map.get().key(), config.get(), sail.get().key(), sail.get().meshConfig(), issues);
        }
        return new MeshSettings(
                config.or(() -> sail.map(SailInstallation::meshConfig)),
                networks.or(() -> sail.flatMap(SailInstallation::networks)),
                sail.flatMap(SailInstallation::network),
                config.isPresent());
    }

    /** The one of the default revision, else the only one of another revision; in istiod's namespace, else the root. */
    private static Optional<ConfigMap> configMap(
            MeshSnapshot snapshot, String cluster, Optional<SailInstallation> sail) {
        String root = snapshot.topology().spec().rootNamespaceOrDefault();
        List<ConfigMap> maps = snapshot.resources(cluster, ConfigMap.class).stream()
                .filter(map -> map.data().containsKey(CONFIG) || map.data().containsKey(NETWORKS))
                .toList();
        return inNamespace(maps, sail.map(SailInstallation::namespace).orElse(ClusterNamespaces.SYSTEM))
                .or(() -> inNamespace(maps, root));
    }

    private static Optional<ConfigMap> inNamespace(List<ConfigMap> maps, String namespace) {
        List<ConfigMap> here = maps.stream()
                .filter(map -> map.metadata().namespaceOrDefault().equals(namespace))
                .toList();
        return here.stream()
                .filter(map -> map.metadata().name().equals(CONFIG_MAP))
                .reduce((first, last) -> last)
                .or(() -> here.stream()
                        .filter(map -> map.metadata().name().startsWith(CONFIG_MAP + "-"))
                        .findFirst());
    }

    private static <T> Optional<T> value(
            ConfigMap map, String key, BiFunction<String, String, ReadResult<T>> reader, Consumer<Issue> issues) {
        String text = map.data().get(key);
        if (text == null) {
            return Optional.empty();
        }
        ReadResult<T> result = reader.apply(key, text);
        DocumentPath path = DocumentPath.root().field("data").field(key);
        result.issues().forEach(issue -> issues.accept(issue.about(map.key()).below(path)));
        return result.value();
    }
}
