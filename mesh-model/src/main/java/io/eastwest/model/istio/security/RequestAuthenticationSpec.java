package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Scope and issuers of a {@link RequestAuthentication}.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/request_authentication.proto:RequestAuthentication. Not meant
 * to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RequestAuthenticationSpecBuilder.ImmutableRequestAuthenticationSpec.class)
@JsonDeserialize(as = RequestAuthenticationSpecBuilder.ImmutableRequestAuthenticationSpec.class)
public interface RequestAuthenticationSpec extends PolicyTarget {
    /** {@return the accepted issuers} */
    List<JwtRule> jwtRules();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RequestAuthenticationSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RequestAuthenticationSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RequestAuthenticationSpecBuilder builder() {
        return new RequestAuthenticationSpecBuilder();
    }
}
