package io.eastwest.model.istio.security;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the tokens of one issuer are found and verified.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/request_authentication.proto:JWTRule. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = JwtRuleBuilder.ImmutableJwtRule.class)
@JsonDeserialize(as = JwtRuleBuilder.ImmutableJwtRule.class)
public interface JwtRule {
    /** {@return the issuer, equal to the claim {@code iss}; empty: not compared} */
    Optional<String> issuer();

    /** {@return the audiences of which the token has to name one; empty: any} */
    List<String> audiences();

    /** {@return the URL of the keys; empty: {@link #jwks()}, or found through the issuer} */
    @JsonAlias("jwks_uri")
    Optional<String> jwksUri();

    /** {@return the keys as a JSON Web Key Set; excludes {@link #jwksUri()}} */
    Optional<String> jwks();

    /**
     * {@return the headers that are looked in; with no place given: {@code Authorization: Bearer} and the
     * parameter {@code access_token}}
     */
    List<JwtHeader> fromHeaders();

    /** {@return the query parameters that are looked in} */
    List<String> fromParams();

    /** {@return the header that carries the verified payload on; empty: none} */
    Optional<String> outputPayloadToHeader();

    /** {@return whether the token itself is forwarded; empty: no} */
    Optional<Boolean> forwardOriginalToken();

    /** {@return the headers that carry single claims on} */
    List<ClaimToHeader> outputClaimToHeaders();

    /** {@return how long fetching the keys may take; empty: 5 s} */
    Optional<Duration> timeout();

    /** {@return the cookies that are looked in} */
    List<String> fromCookies();

    /**
     * {@return the claims, besides {@code scope} and {@code permission}, whose text is a list separated by
     * spaces}
     */
    List<String> spaceDelimitedClaims();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default JwtRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static JwtRule empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static JwtRuleBuilder builder() {
        return new JwtRuleBuilder();
    }
}
