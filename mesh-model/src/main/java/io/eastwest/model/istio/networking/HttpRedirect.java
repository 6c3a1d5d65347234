package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A redirect that answers a request.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRedirect. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRedirectBuilder.ImmutableHttpRedirect.class)
@JsonDeserialize(as = HttpRedirectBuilder.ImmutableHttpRedirect.class)
public interface HttpRedirect {
    /** {@return the path of the new location; empty: the path of the request} */
    Optional<String> uri();

    /** {@return the authority of the new location; empty: that of the request} */
    Optional<String> authority();

    /** {@return the port of the new location, 1..65535; excludes {@link #derivePort()}} */
    OptionalInt port();

    /** {@return how the port of the new location is found; excludes {@link #port()}} */
    Optional<RedirectPortSelection> derivePort();

    /** {@return the scheme of the new location, {@code http} or {@code https}; empty: that of the request} */
    Optional<String> scheme();

    /** {@return the status code, 300..399; empty or 0: 301} */
    OptionalInt redirectCode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpRedirectBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HttpRedirectBuilder builder() {
        return new HttpRedirectBuilder();
    }
}
