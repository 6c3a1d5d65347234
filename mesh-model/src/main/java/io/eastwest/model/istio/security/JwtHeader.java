package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that may carry a token.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/request_authentication.proto:JWTHeader. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = JwtHeaderBuilder.ImmutableJwtHeader.class)
@JsonDeserialize(as = JwtHeaderBuilder.ImmutableJwtHeader.class)
public interface JwtHeader {
    /** {@return the name of the header} */
    String name();

    /** {@return the text before the token; empty: none} */
    Optional<String> prefix();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default JwtHeaderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static JwtHeaderBuilder builder() {
        return new JwtHeaderBuilder();
    }
}
