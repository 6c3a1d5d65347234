package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A port of a service by number.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:PortSelector. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PortSelectorBuilder.ImmutablePortSelector.class)
@JsonDeserialize(as = PortSelectorBuilder.ImmutablePortSelector.class)
public interface PortSelector {
    /** {@return the port number, 1..65535; empty counts as 0, which no service has} */
    OptionalInt number();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PortSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the selector of one port}
     *
     * @param number the port number, 1..65535
     */
    static PortSelector number(int number) {
        return builder().number(number).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static PortSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PortSelectorBuilder builder() {
        return new PortSelectorBuilder();
    }
}
