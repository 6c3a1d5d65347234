package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** TLS between clients and a {@link Gateway}, by port. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayFrontendTlsBuilder.ImmutableGatewayFrontendTls.class)
@JsonDeserialize(as = GatewayFrontendTlsBuilder.ImmutableGatewayFrontendTls.class)
public interface GatewayFrontendTls {
    /** {@return settings of all HTTPS listeners that no port entry names} */
    @JsonProperty("default")
    FrontendTlsConfig defaultConfig();

    /** {@return settings of single ports, at most 64} */
    List<FrontendTlsPort> perPort();

    /** {@return a builder that starts with the content of this value} */
    default GatewayFrontendTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayFrontendTlsBuilder builder() {
        return new GatewayFrontendTlsBuilder();
    }
}
