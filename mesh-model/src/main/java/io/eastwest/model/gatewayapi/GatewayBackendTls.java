package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS from a {@link Gateway} to its backends. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayBackendTlsBuilder.ImmutableGatewayBackendTls.class)
@JsonDeserialize(as = GatewayBackendTlsBuilder.ImmutableGatewayBackendTls.class)
public interface GatewayBackendTls {
    /** {@return client certificate that the gateway shows} */
    Optional<SecretObjectReference> clientCertificateRef();

    /** {@return a builder that starts with the content of this value} */
    default GatewayBackendTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayBackendTlsBuilder builder() {
        return new GatewayBackendTlsBuilder();
    }
}
