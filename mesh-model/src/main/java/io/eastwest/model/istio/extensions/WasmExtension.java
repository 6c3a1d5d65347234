package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A WebAssembly filter of a {@link TrafficExtension}.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/traffic_extension.proto:WasmConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WasmExtensionBuilder.ImmutableWasmExtension.class)
@JsonDeserialize(as = WasmExtensionBuilder.ImmutableWasmExtension.class)
public interface WasmExtension extends WasmModule {
    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WasmExtensionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WasmExtensionBuilder builder() {
        return new WasmExtensionBuilder();
    }
}
