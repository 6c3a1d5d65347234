package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Where copies of requests go. Their answers are dropped. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRequestMirrorBuilder.ImmutableHttpRequestMirror.class)
@JsonDeserialize(as = HttpRequestMirrorBuilder.ImmutableHttpRequestMirror.class)
public interface HttpRequestMirror {
    /** {@return backend that gets the copies} */
    BackendObjectReference backendRef();

    /** {@return share of requests in percent, 0..100; empty without a fraction: all} */
    OptionalInt percent();

    /** {@return share of requests as a fraction; excludes {@link #percent()}} */
    Optional<MirrorFraction> fraction();

    /** {@return a builder that starts with the content of this value} */
    default HttpRequestMirrorBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRequestMirrorBuilder builder() {
        return new HttpRequestMirrorBuilder();
    }
}
