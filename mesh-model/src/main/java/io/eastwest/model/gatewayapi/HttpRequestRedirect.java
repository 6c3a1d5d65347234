package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** The redirect with which requests are answered. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRequestRedirectBuilder.ImmutableHttpRequestRedirect.class)
@JsonDeserialize(as = HttpRequestRedirectBuilder.ImmutableHttpRequestRedirect.class)
public interface HttpRequestRedirect {
    /** {@return scheme of the location; empty: that of the request} */
    Optional<RedirectScheme> scheme();

    /** {@return host of the location; empty: that of the request} */
    Optional<String> hostname();

    /** {@return change of the path; empty: none} */
    Optional<HttpPathModifier> path();

    /**
     * {@return port of the location, 1..65535; empty: that of the scheme if one is given, else that of the listener}
     */
    OptionalInt port();

    /** {@return status, one of 301, 302, 303, 307, 308; empty: the API server writes 302} */
    OptionalInt statusCode();

    /** {@return a builder that starts with the content of this value} */
    default HttpRequestRedirectBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRequestRedirectBuilder builder() {
        return new HttpRequestRedirectBuilder();
    }
}
