package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * The environment of a virtual machine.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:VmConfig. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WasmVmConfigBuilder.ImmutableWasmVmConfig.class)
@JsonDeserialize(as = WasmVmConfigBuilder.ImmutableWasmVmConfig.class)
public interface WasmVmConfig {
    /** {@return the environment variables} */
    List<WasmEnvironmentVariable> env();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WasmVmConfigBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static WasmVmConfig empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static WasmVmConfigBuilder builder() {
        return new WasmVmConfigBuilder();
    }
}
