package io.eastwest.routing.envoy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One provider of tokens. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface JwtFilterRule {
    /** {@return required issuer; empty: any} */
    String issuer();

    /** {@return accepted audiences; empty: any} */
    List<String> audiences();

    /** {@return headers that carry a token, with the prefix before it} */
    List<HeaderLocation> fromHeaders();

    /** {@return query parameters that carry a token} */
    List<String> fromParams();

    /** {@return cookies that carry a token} */
    List<String> fromCookies();

    /** {@return whether the token stays on the request} */
    @Value.Default
    default boolean forwardsToken() {
        return false;
    }

    /** {@return header that gets the payload} */
    Optional<String> outputPayloadToHeader();

    /** {@return header name and claim path pairs} */
    List<Header> outputClaimToHeaders();

    /** {@return claims that are split at spaces besides scope and permission} */
    List<String> spaceDelimitedClaims();

    /** {@return the RequestAuthentication and rule} */
    Origin origin();

    /**
     * Where a token is looked for.
     *
     * @param name header name
     * @param prefix text before the token; empty: none
     */
    record HeaderLocation(String name, String prefix) {}

    /** {@return a builder that starts from this value} */
    default JwtFilterRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static JwtFilterRuleBuilder builder() {
        return new JwtFilterRuleBuilder();
    }
}
