package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.kubernetes.ConfigMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the two texts of the ConfigMap {@code istio} of a control plane. No API server has checked them, so the rules
 * differ from those of resources: names of fields may be spelt as in the protocol buffers ({@code trust_domain}), numbers
 * may be quoted, and an unknown field is a warning. Enums given as numbers, which Istio would take, are refused.
 *
 * <p>Mirrors istio 1.30.3 pkg/config/mesh/mesh.go:ApplyMeshConfig and ParseMeshNetworks, without the merge with defaults.
 */
public final class MeshConfigReader {
    private MeshConfigReader() {}

    /**
     * Reads the text under the key {@code mesh}.
     *
     * @param name name to show in places
     * @param text YAML or JSON; an empty one is a configuration without any field
     * @return the configuration; without one when there is an error
     */
    public static ReadResult<MeshConfig> readConfig(String name, String text) {
        return read(MeshConfig.class, name, text);
    }

    /**
     * Reads the text under the key {@code meshNetworks}.
     *
     * @param name name to show in places
     * @param text YAML or JSON; an empty one is no network
     * @return the networks; without them when there is an error
     */
    public static ReadResult<MeshNetworks> readNetworks(String name, String text) {
        return read(MeshNetworks.class, name, text);
    }

    /**
     * Reads the annotation {@code proxy.istio.io/config} of a workload.
     *
     * @param name name to show in places
     * @param text YAML or JSON; an empty one is a configuration without any field
     * @return the configuration of the proxy; without one when there is an error
     */
    public static ReadResult<MeshProxyConfig> readProxyConfig(String name, String text) {
        return read(MeshProxyConfig.class, name, text);
    }

    /**
     * Reads the mesh configuration of a ConfigMap where it stands.
     *
     * @param configMap a ConfigMap
     * @return the configuration under the key {@code mesh}; empty when the object is no ConfigMap or has no such key
     */
    public static Optional<EmbeddedValue<MeshConfig>> readConfig(Manifest configMap) {
        return embedded(MeshConfig.class, configMap, "mesh");
    }

    /**
     * Reads the networks of a ConfigMap where they stand.
     *
     * @param configMap a ConfigMap
     * @return the networks under the key {@code meshNetworks}; empty when the object is no ConfigMap or has no such key
     */
    public static Optional<EmbeddedValue<MeshNetworks>> readNetworks(Manifest configMap) {
        return embedded(MeshNetworks.class, configMap, "meshNetworks");
    }

    private static <T> Optional<EmbeddedValue<T>> embedded(Class<T> type, Manifest manifest, String key) {
        if (!(manifest.resource() instanceof ConfigMap map) || !map.data().containsKey(key)) {
            return Optional.empty();
        }
        DocumentPath base = DocumentPath.root().field("data").field(key);
        String text = map.data().getOrDefault(key, "");
        UnaryOperator<SourceLocation> places = manifest.source()
                .block(base)
                .<UnaryOperator<SourceLocation>>map(block -> block::of)
                .orElseGet(() -> place -> manifest.locate(base).orElse(place));
        boolean placed = manifest.location().isPresent();
        SourceMap source = placed ? SourceMap.ofText(key, ProtoJsonText.rewrite(text, type)) : SourceMap.none();
        return Optional.of(new EmbeddedValue<>(read(type, key, text), source, places, base));
    }

    private static <T> ReadResult<T> read(Class<T> type, String name, String text) {
        return ManifestReader.pruning().readValue(type, name, ProtoJsonText.rewrite(text, type));
    }
}
