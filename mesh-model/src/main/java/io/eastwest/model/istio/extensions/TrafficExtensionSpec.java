package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Scope and filter of a {@link TrafficExtension}. Exactly one of {@link #wasm()} and {@link #lua()} is to be
 * set, and not both of the two scopes.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/traffic_extension.proto:TrafficExtension. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TrafficExtensionSpecBuilder.ImmutableTrafficExtensionSpec.class)
@JsonDeserialize(as = TrafficExtensionSpecBuilder.ImmutableTrafficExtensionSpec.class)
public interface TrafficExtensionSpec {
    /** {@return the workloads by label; empty: all of the namespace unless resources are named} */
    Optional<PolicyWorkloadSelector> selector();

    /** {@return the resources that the filter is attached to} */
    List<PolicyTargetReference> targetRefs();

    /** {@return where the filter is put in the chain; empty: at its end, before the router} */
    Optional<ExtensionPhase> phase();

    /** {@return the order within the phase, higher first; empty: 0} */
    OptionalInt priority();

    /** {@return the traffic that the filter sees, any of them; empty: all} */
    List<TrafficSelector> match();

    /** {@return the WebAssembly filter} */
    Optional<WasmExtension> wasm();

    /** {@return the Lua filter} */
    Optional<LuaExtension> lua();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TrafficExtensionSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TrafficExtensionSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TrafficExtensionSpecBuilder builder() {
        return new TrafficExtensionSpecBuilder();
    }
}
