package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How a session cookie is made. Experimental channel. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CookieConfigBuilder.ImmutableCookieConfig.class)
@JsonDeserialize(as = CookieConfigBuilder.ImmutableCookieConfig.class)
public interface CookieConfig {
    /** {@return how long the cookie lives; empty: the API server writes Session} */
    Optional<CookieLifetimeType> lifetimeType();

    /** {@return a builder that starts with the content of this value} */
    default CookieConfigBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static CookieConfigBuilder builder() {
        return new CookieConfigBuilder();
    }
}
