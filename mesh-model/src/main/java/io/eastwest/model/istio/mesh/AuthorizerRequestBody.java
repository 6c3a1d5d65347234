package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How much of the request body an authoriser gets.
 *
 * <p>Mirrors istio/api v1.30.3
 * mesh/v1alpha1/config.proto:MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AuthorizerRequestBodyBuilder.ImmutableAuthorizerRequestBody.class)
@JsonDeserialize(as = AuthorizerRequestBodyBuilder.ImmutableAuthorizerRequestBody.class)
public interface AuthorizerRequestBody {
    /** {@return the largest body in bytes} */
    OptionalInt maxRequestBytes();

    /** {@return whether a larger body is cut; empty: such calls are refused with 413} */
    Optional<Boolean> allowPartialMessage();

    /** {@return whether the body is sent as bytes; empty: as text} */
    Optional<Boolean> packAsBytes();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AuthorizerRequestBodyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AuthorizerRequestBody empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AuthorizerRequestBodyBuilder builder() {
        return new AuthorizerRequestBodyBuilder();
    }
}
