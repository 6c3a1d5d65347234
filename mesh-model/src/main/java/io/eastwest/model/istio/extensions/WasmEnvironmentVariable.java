package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An environment variable of a virtual machine.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:EnvVar. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WasmEnvironmentVariableBuilder.ImmutableWasmEnvironmentVariable.class)
@JsonDeserialize(as = WasmEnvironmentVariableBuilder.ImmutableWasmEnvironmentVariable.class)
public interface WasmEnvironmentVariable {
    /** {@return the name} */
    String name();

    /** {@return where the value comes from; empty: {@code INLINE}} */
    Optional<WasmEnvironmentSource> valueFrom();

    /** {@return the value, for {@code INLINE}} */
    Optional<String> value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WasmEnvironmentVariableBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WasmEnvironmentVariableBuilder builder() {
        return new WasmEnvironmentVariableBuilder();
    }
}
