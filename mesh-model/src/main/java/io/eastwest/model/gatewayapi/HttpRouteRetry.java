package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How an {@link HttpRouteRule} tries again. Experimental channel. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteRetryBuilder.ImmutableHttpRouteRetry.class)
@JsonDeserialize(as = HttpRouteRetryBuilder.ImmutableHttpRouteRetry.class)
public interface HttpRouteRetry {
    /** {@return response codes 400..599 after which a request is tried again} */
    List<Integer> codes();

    /** {@return tries after the first, 1 or more; empty: decided by the implementation} */
    OptionalInt attempts();

    /** {@return shortest wait between two tries; empty: decided by the implementation} */
    Optional<Duration> backoff();

    /** {@return a builder that starts with the content of this value} */
    default HttpRouteRetryBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteRetryBuilder builder() {
        return new HttpRouteRetryBuilder();
    }
}
