package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mesh configuration of a control plane: ConfigMap {@code istio}, else the values of a Sail {@code Istio}. What cannot
 * be read counts as not there.
 *
 * @param config mesh configuration without defaults
 * @param rootNamespace namespace of mesh-wide configuration
 * @param networks mesh networks by name, as the document lists them
 * @param source object that holds the networks; empty without networks
 * @param networksPath where it holds them
 */
record ControlPlaneSettings(
        MeshConfig config,
        String rootNamespace,
        Map<String, MeshNetwork> networks,
        Optional<Found<?>> source,
        DocumentPath networksPath) {
    private static final String CONFIG_MAP = "istio";
    private static final String SYSTEM = "istio-system";
    private static final String CONFIG = "mesh";
    private static final String NETWORKS = "meshNetworks";

    static ControlPlaneSettings of(ControlPlaneScope scope) {
        Optional<Found<Istio>> sail = sail(scope);
        Optional<Found<ConfigMap>> map = configMap(scope, sail);
        Optional<IstioValues> values =
                sail.flatMap(found -> found.resource().spec().values());
        MeshConfig config = map.flatMap(ControlPlaneSettings::readConfig)
                .or(() -> values.flatMap(IstioValues::meshConfig))
                .orElse(MeshConfig.empty());
        String root = config.rootNamespace()
                .filter(name -> !name.isEmpty())
                .orElse(scope.topology().rootNamespaceOrDefault());
        Optional<Map<String, MeshNetwork>> read = map.flatMap(ControlPlaneSettings::readNetworks);
        if (read.isPresent()) {
            DocumentPath path = AnalysisPaths.ROOT.field("data").field(NETWORKS).field("networks");
            return new ControlPlaneSettings(config, root, read.get(), map.map(found -> found), path);
        }
        Map<String, MeshNetwork> networks = values.flatMap(IstioValues::global)
                .map(GlobalValues::meshNetworks)
                .orElse(Collections.emptyMap());
        DocumentPath path = AnalysisPaths.SPEC.field("values").field("global").field(NETWORKS);
        return new ControlPlaneSettings(config, root, networks, sail.map(found -> found), path);
    }

    /** {@return the installation named default, else the first by name; a remote one has no control plane} */
    private static Optional<Found<Istio>> sail(ControlPlaneScope scope) {
        return scope.configuration(Istio.class).stream()
                .filter(found -> found.resource()
                        .spec()
                        .profile()
                        .filter(InstallProfile.remote::equals)
                        .isEmpty())
                .min(Comparator.comparing((Found<Istio> found) -> !found.name().equals("default"))
                        .thenComparing(Found::name));
    }

    private static Optional<Found<ConfigMap>> configMap(ControlPlaneScope scope, Optional<Found<Istio>> sail) {
        String namespace =
                sail.flatMap(found -> found.resource().spec().namespace()).orElse(SYSTEM);
        return configMap(scope, namespace)
                .or(() -> configMap(scope, scope.topology().rootNamespaceOrDefault()));
    }

    /** {@return the one of the default revision, else the first of another} */
    private static Optional<Found<ConfigMap>> configMap(ControlPlaneScope scope, String namespace) {
        List<Found<ConfigMap>> here = scope.configuration(ConfigMap.class).stream()
                .filter(found -> found.namespace().equals(namespace))
                .filter(found -> found.resource().data().containsKey(CONFIG)
                        || found.resource().data().containsKey(NETWORKS))
                .toList();
        return here.stream()
                .filter(found -> found.name().equals(CONFIG_MAP))
                .findFirst()
                .or(() -> here.stream()
                        .filter(found -> found.name().startsWith(CONFIG_MAP + "-"))
                        .findFirst());
    }

    private static Optional<MeshConfig> readConfig(Found<ConfigMap> map) {
        return Optional.ofNullable(map.resource().data().get(CONFIG))
                .flatMap(text -> MeshConfigReader.readConfig(CONFIG, text).value());
    }

    private static Optional<Map<String, MeshNetwork>> readNetworks(Found<ConfigMap> map) {
        return Optional.ofNullable(map.resource().data().get(NETWORKS))
                .flatMap(text -> MeshConfigReader.readNetworks(NETWORKS, text).value())
                .map(MeshNetworks::networks);
    }
}
