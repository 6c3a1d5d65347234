package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The external authoriser of a {@code CUSTOM} policy.
 *
 * <p>Mirrors istio/api v1.30.3
 * security/v1beta1/authorization_policy.proto:AuthorizationPolicy.ExtensionProvider. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AuthorizationProviderBuilder.ImmutableAuthorizationProvider.class)
@JsonDeserialize(as = AuthorizationProviderBuilder.ImmutableAuthorizationProvider.class)
public interface AuthorizationProvider {
    /** {@return the name among the extension providers of MeshConfig} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AuthorizationProviderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AuthorizationProvider empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AuthorizationProviderBuilder builder() {
        return new AuthorizationProviderBuilder();
    }
}
