package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A fixed answer that the proxy gives.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPDirectResponse. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpDirectResponseBuilder.ImmutableHttpDirectResponse.class)
@JsonDeserialize(as = HttpDirectResponseBuilder.ImmutableHttpDirectResponse.class)
public interface HttpDirectResponse {
    /** {@return the status code, 200..599} */
    int status();

    /** {@return the body; empty: none} */
    Optional<HttpBody> body();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpDirectResponseBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return an answer without body}
     *
     * @param status the status code
     */
    static HttpDirectResponse status(int status) {
        return builder().status(status).build();
    }

    /**
     * {@return an answer with a text as body}
     *
     * @param status the status code
     * @param body the text
     */
    static HttpDirectResponse of(int status, String body) {
        return builder().status(status).body(HttpBody.text(body)).build();
    }

    /** {@return an empty builder} */
    static HttpDirectResponseBuilder builder() {
        return new HttpDirectResponseBuilder();
    }
}
