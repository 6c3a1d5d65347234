package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A WebAssembly filter in the proxies of workloads. Served as {@code v1alpha1}.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:WasmPlugin. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WasmPluginBuilder.ImmutableWasmPlugin.class)
@JsonDeserialize(as = WasmPluginBuilder.ImmutableWasmPlugin.class)
public interface WasmPlugin extends MeshResource {
    /** API group of this kind. */
    String GROUP = "extensions.istio.io";

    /** Wire name of this kind. */
    String KIND = "WasmPlugin";

    /** The {@code apiVersion} in which the API server stores this kind. */
    String STORAGE_API_VERSION = "extensions.istio.io/v1alpha1";

    /** {@return the API version the document is written in; the storage version unless set} */
    @Override
    @Value.Default
    default String apiVersion() {
        return STORAGE_API_VERSION;
    }

    /** {@return the wire kind, always {@value #KIND}} */
    @Override
    default String kind() {
        return KIND;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what is asked for} */
    WasmPluginSpec spec();

    /** {@return what controllers reported, kept as it was read; not used by the SDK} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WasmPluginBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static WasmPlugin of(String namespace, String name, WasmPluginSpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return an empty builder} */
    static WasmPluginBuilder builder() {
        return new WasmPluginBuilder();
    }
}
