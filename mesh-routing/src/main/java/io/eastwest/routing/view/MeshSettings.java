package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.validation.ValidationLayer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The mesh configuration as a cluster holds it: ConfigMap {@code istio}, else the values of a Sail {@code Istio}. One that is not valid
 * counts as a whole for nothing: istiod works with its defaults. Mirrors istio 1.30.3 {@code
 * pkg/config/mesh/meshwatcher/collection.go:NewCollection, NewNetworksCollection} at the start of istiod.
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
    private static final String DEFAULT = "default";
    private static final String CONFIG = "mesh";
    private static final String NETWORKS = "meshNetworks";
    private static final Set<ValidationLayer> LAYERS =
            Collections.unmodifiableSet(EnumSet.of(ValidationLayer.MESH_CONFIG));
    private static final DocumentPath DATA = DocumentPath.root().field("data");
    private static final DocumentPath VALUES = DocumentPath.root().field("spec").field("values");
    private static final DocumentPath SAIL_CONFIG = VALUES.field("meshConfig");
    private static final DocumentPath SAIL_NETWORKS = VALUES.field("global").field("meshNetworks");

    static MeshSettings read(
            MeshSnapshot snapshot,
            String cluster,
            IstiodInstallation istiod,
            Optional<SailInstallation> sail,
            Consumer<Issue> issues) {
        Optional<Manifest> map = configMap(snapshot, cluster, istiod);
        Optional<Manifest> values = sail.flatMap(found -> manifest(snapshot, found.host(), found.resource()));
        boolean ownConfig = has(map, CONFIG);
        boolean ownNetworks = has(map, NETWORKS);
        Optional<MeshConfig> config = ownConfig
                ? value(map.get(), CONFIG, MeshConfigReader::readConfig, issues)
                : sail.map(SailInstallation::meshConfig).filter(found -> isTaken(values.get(), SAIL_CONFIG, issues));
        Optional<MeshNetworks> networks = ownNetworks
                ? value(map.get(), NETWORKS, MeshConfigReader::readNetworks, issues)
                : sail.flatMap(SailInstallation::networks)
                        .filter(found -> isTaken(values.get(), SAIL_NETWORKS, issues));
        if (ownConfig && config.isPresent() && sail.isPresent()) {
            MeshSettingsConflicts.report(
                    map.get().resource().key(),
                    config.get(),
                    sail.get().key(),
                    sail.get().written(),
                    issues);
        }
        return new MeshSettings(config, networks, sail.flatMap(SailInstallation::network), ownConfig);
    }

    /**
     * The one of the revision where that is known, else that of the default revision, else the only one of another; in istiod's
     * namespace, else the root. Where istiod runs in another cluster it has a copy there.
     */
    private static Optional<Manifest> configMap(MeshSnapshot snapshot, String cluster, IstiodInstallation istiod) {
        String namespace = istiod.namespace().orElse(ClusterNamespaces.SYSTEM);
        String root = snapshot.topology().spec().rootNamespaceOrDefault();
        Optional<Manifest> copy = istiod.host().equals(cluster)
                ? Optional.empty()
                : inNamespace(maps(snapshot, istiod.host()), namespace, istiod.revision());
        List<Manifest> own = maps(snapshot, cluster);
        return copy.or(() -> inNamespace(own, namespace, istiod.revision()))
                .or(() -> inNamespace(own, root, istiod.revision()));
    }

    private static List<Manifest> maps(MeshSnapshot snapshot, String cluster) {
        return snapshot.manifests(cluster).stream()
                .filter(manifest -> has(manifest, CONFIG) || has(manifest, NETWORKS))
                .toList();
    }

    private static Optional<Manifest> inNamespace(List<Manifest> maps, String namespace, Optional<String> revision) {
        List<Manifest> here = maps.stream()
                .filter(map -> map.resource().metadata().namespaceOrDefault().equals(namespace))
                .toList();
        if (revision.isPresent()) {
            return named(here, revision.get().equals(DEFAULT) ? CONFIG_MAP : CONFIG_MAP + "-" + revision.get());
        }
        return named(here, CONFIG_MAP)
                .or(() -> here.stream()
                        .filter(map -> map.resource().metadata().name().startsWith(CONFIG_MAP + "-"))
                        .findFirst());
    }

    private static Optional<Manifest> named(List<Manifest> maps, String name) {
        return maps.stream()
                .filter(map -> map.resource().metadata().name().equals(name))
                .reduce((first, last) -> last);
    }

    private static Optional<Manifest> manifest(MeshSnapshot snapshot, String cluster, MeshResource resource) {
        return snapshot.manifests(cluster).stream()
                .filter(manifest -> manifest.resource().equals(resource))
                .findFirst();
    }

    private static boolean has(Optional<Manifest> map, String key) {
        return map.filter(found -> has(found, key)).isPresent();
    }

    private static boolean has(Manifest manifest, String key) {
        return manifest.resource() instanceof ConfigMap map && map.data().containsKey(key);
    }

    private static <T> Optional<T> value(
            Manifest manifest, String key, BiFunction<String, String, ReadResult<T>> reader, Consumer<Issue> issues) {
        ConfigMap map = (ConfigMap) manifest.resource();
        ReadResult<T> result = reader.apply(key, map.data().getOrDefault(key, ""));
        DocumentPath path = DATA.field(key);
        result.issues().forEach(issue -> issues.accept(issue.about(map.key()).below(path)));
        return result.value().filter(read -> isTaken(manifest, path, issues));
    }

    /** {@return whether istiod takes what stands at a place of an object; each reason against it is told} */
    private static boolean isTaken(Manifest manifest, DocumentPath base, Consumer<Issue> issues) {
        List<Issue> errors = MeshValidation.check(manifest, LAYERS).stream()
                .filter(issue -> issue.isError() && issue.path().steps().contains(base))
                .toList();
        errors.forEach(issue -> issues.accept(toldWhole(issue, manifest.resource())));
        return errors.isEmpty();
    }

    private static Issue toldWhole(Issue issue, MeshResource resource) {
        Issue whole = Issue.error(
                        issue.code(),
                        issue.path(),
                        issue.message() + "; istiod takes nothing of this text and works with its defaults",
                        issue.hint())
                .about(resource.key());
        return issue.location().map(whole::at).orElse(whole);
    }
}
