package io.eastwest.model.istio.extensions;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A port of traffic.
 *
 * <p>Mirrors istio/api v1.30.3 extensions/v1alpha1/wasm.proto:PortSelector. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TrafficSelectorPortBuilder.ImmutableTrafficSelectorPort.class)
@JsonDeserialize(as = TrafficSelectorPortBuilder.ImmutableTrafficSelectorPort.class)
public interface TrafficSelectorPort {
    /** {@return the port number, 1..65535} */
    int number();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TrafficSelectorPortBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the port}
     *
     * @param number the port number
     */
    static TrafficSelectorPort of(int number) {
        return builder().number(number).build();
    }

    /** {@return an empty builder} */
    static TrafficSelectorPortBuilder builder() {
        return new TrafficSelectorPortBuilder();
    }
}
