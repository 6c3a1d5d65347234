package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traffic by direction and port; both have to match.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:WasmPlugin.TrafficSelector. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TrafficSelectorBuilder.ImmutableTrafficSelector.class)
@JsonDeserialize(as = TrafficSelectorBuilder.ImmutableTrafficSelector.class)
public interface TrafficSelector {
    /** {@return the direction; empty: both} */
    Optional<TrafficSelectorMode> mode();

    /** {@return the ports, any of them; empty: all} */
    List<TrafficSelectorPort> ports();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TrafficSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TrafficSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TrafficSelectorBuilder builder() {
        return new TrafficSelectorBuilder();
    }
}
