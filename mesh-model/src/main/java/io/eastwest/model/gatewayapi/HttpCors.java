package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which origins may use the answers, and how. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpCorsBuilder.ImmutableHttpCors.class)
@JsonDeserialize(as = HttpCorsBuilder.ImmutableHttpCors.class)
public interface HttpCors {
    /** {@return origins, at most 64: {@code *}, or scheme and host, which may start with {@code *.}} */
    List<String> allowOrigins();

    /** {@return whether requests may carry credentials; empty: no} */
    Optional<Boolean> allowCredentials();

    /** {@return methods, at most 9; {@code *} alone: any} */
    List<String> allowMethods();

    /** {@return request headers, at most 64; {@code *} alone: any} */
    List<String> allowHeaders();

    /** {@return response headers that scripts may read, at most 64; {@code *} alone: any} */
    List<String> exposeHeaders();

    /** {@return seconds for which an answer may be kept, 1 or more; empty: the API server writes 5} */
    OptionalInt maxAge();

    /** {@return a builder that starts with the content of this value} */
    default HttpCorsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpCorsBuilder builder() {
        return new HttpCorsBuilder();
    }
}
