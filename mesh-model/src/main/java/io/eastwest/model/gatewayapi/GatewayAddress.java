package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** An address that a {@link Gateway} asks for or has. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayAddressBuilder.ImmutableGatewayAddress.class)
@JsonDeserialize(as = GatewayAddressBuilder.ImmutableGatewayAddress.class)
public interface GatewayAddress {
    /**
     * {@return {@code IPAddress}, {@code Hostname}, {@code NamedAddress} or a domain-prefixed type; empty: the API
     * server writes IPAddress}
     */
    Optional<String> type();

    /** {@return address, at most 253 characters; empty: assigned by the controller} */
    Optional<String> value();

    /** {@return a builder that starts with the content of this value} */
    default GatewayAddressBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayAddressBuilder builder() {
        return new GatewayAddressBuilder();
    }
}
