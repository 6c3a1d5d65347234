package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How cross-origin requests are answered.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:CorsPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CorsPolicyBuilder.ImmutableCorsPolicy.class)
@JsonDeserialize(as = CorsPolicyBuilder.ImmutableCorsPolicy.class)
public interface CorsPolicy {
    /** {@return the exact origins that are allowed; deprecated in favour of {@link #allowOrigins()}} */
    List<String> allowOrigin();

    /** {@return the conditions on the origin of which one has to hold} */
    List<StringMatch> allowOrigins();

    /** {@return the methods of the answer to a preflight request} */
    List<String> allowMethods();

    /** {@return the request headers of the answer to a preflight request} */
    List<String> allowHeaders();

    /** {@return the response headers that the browser may show to scripts} */
    List<String> exposeHeaders();

    /** {@return how long the answer to a preflight request may be cached; empty: the browser decides} */
    Optional<Duration> maxAge();

    /** {@return whether the browser may send credentials; empty: the header is left out} */
    Optional<Boolean> allowCredentials();

    /** {@return what happens to preflight requests of other origins; empty: they are forwarded} */
    Optional<UnmatchedPreflights> unmatchedPreflights();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default CorsPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static CorsPolicy empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static CorsPolicyBuilder builder() {
        return new CorsPolicyBuilder();
    }
}
