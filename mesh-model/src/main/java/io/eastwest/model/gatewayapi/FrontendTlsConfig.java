package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS between clients and a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = FrontendTlsConfigBuilder.ImmutableFrontendTlsConfig.class)
@JsonDeserialize(as = FrontendTlsConfigBuilder.ImmutableFrontendTlsConfig.class)
public interface FrontendTlsConfig {
    /** {@return check of client certificates; empty: none is asked for} */
    Optional<FrontendTlsValidation> validation();

    /** {@return a builder that starts with the content of this value} */
    default FrontendTlsConfigBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static FrontendTlsConfigBuilder builder() {
        return new FrontendTlsConfigBuilder();
    }
}
