package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/** TLS between clients and one port of a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = FrontendTlsPortBuilder.ImmutableFrontendTlsPort.class)
@JsonDeserialize(as = FrontendTlsPortBuilder.ImmutableFrontendTlsPort.class)
public interface FrontendTlsPort {
    /** {@return port, 1..65535, unique in the list} */
    int port();

    /** {@return settings that replace the default ones} */
    FrontendTlsConfig tls();

    /** {@return a builder that starts with the content of this value} */
    default FrontendTlsPortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static FrontendTlsPortBuilder builder() {
        return new FrontendTlsPortBuilder();
    }
}
