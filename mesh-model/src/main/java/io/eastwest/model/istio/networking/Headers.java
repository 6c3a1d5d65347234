package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Header changes in both directions.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:Headers. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HeadersBuilder.ImmutableHeaders.class)
@JsonDeserialize(as = HeadersBuilder.ImmutableHeaders.class)
public interface Headers {
    /** {@return the changes before the request is forwarded} */
    Optional<HeaderOperations> request();

    /** {@return the changes before the response is returned} */
    Optional<HeaderOperations> response();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HeadersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static Headers empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HeadersBuilder builder() {
        return new HeadersBuilder();
    }
}
