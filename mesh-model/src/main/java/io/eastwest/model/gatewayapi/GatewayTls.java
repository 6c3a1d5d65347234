package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS settings of a whole {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayTlsBuilder.ImmutableGatewayTls.class)
@JsonDeserialize(as = GatewayTlsBuilder.ImmutableGatewayTls.class)
public interface GatewayTls {
    /** {@return towards backends} */
    Optional<GatewayBackendTls> backend();

    /** {@return towards clients} */
    Optional<GatewayFrontendTls> frontend();

    /** {@return a builder that starts with the content of this value} */
    default GatewayTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayTlsBuilder builder() {
        return new GatewayTlsBuilder();
    }
}
