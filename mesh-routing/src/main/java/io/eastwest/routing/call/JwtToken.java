package io.eastwest.routing.call;

import io.eastwest.routing.style.RoutingValue;
import java.util.Map;
import org.immutables.value.Value;

/** A JSON Web Token by what it says; no key is needed. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface JwtToken {
    /** {@return the {@code iss} claim; empty when absent} */
    @Value.Default
    default String issuer() {
        return "";
    }

    /** {@return all claims as JSON values (String, Number, Boolean, List, Map); {@code iss} may be left out} */
    Map<String, Object> claims();

    /** {@return whether the signature verifies with a key of the issuer} */
    @Value.Default
    default boolean knownKey() {
        return true;
    }

    /** {@return whether the token is past its time} */
    @Value.Default
    default boolean expired() {
        return false;
    }

    /** {@return a builder that starts from this value} */
    default JwtTokenBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static JwtTokenBuilder builder() {
        return new JwtTokenBuilder();
    }
}
