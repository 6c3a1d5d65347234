package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Scope and module of a {@link WasmPlugin}.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:WasmPlugin. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WasmPluginSpecBuilder.ImmutableWasmPluginSpec.class)
@JsonDeserialize(as = WasmPluginSpecBuilder.ImmutableWasmPluginSpec.class)
public interface WasmPluginSpec extends PolicyTarget, WasmModule {
    /** {@return where the filter is put in the chain; empty: at its end, before the router} */
    Optional<WasmPhase> phase();

    /** {@return the order within the phase, higher first; empty: 0} */
    OptionalInt priority();

    /** {@return the traffic that the filter sees, any of them; empty: all} */
    List<TrafficSelector> match();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WasmPluginSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WasmPluginSpecBuilder builder() {
        return new WasmPluginSpecBuilder();
    }
}
