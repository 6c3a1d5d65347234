package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an external authorization service is told over HTTP. Experimental channel. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpExternalAuthRequestBuilder.ImmutableHttpExternalAuthRequest.class)
@JsonDeserialize(as = HttpExternalAuthRequestBuilder.ImmutableHttpExternalAuthRequest.class)
public interface HttpExternalAuthRequest {
    /** {@return prefix that is put before the path of the request, at most 1024 characters; empty: none} */
    Optional<String> path();

    /** {@return further request headers that are sent, at most 64} */
    List<String> allowedHeaders();

    /** {@return headers of the answer that are copied into the request, at most 64} */
    List<String> allowedResponseHeaders();

    /** {@return a builder that starts with the content of this value} */
    default HttpExternalAuthRequestBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpExternalAuthRequestBuilder builder() {
        return new HttpExternalAuthRequestBuilder();
    }
}
