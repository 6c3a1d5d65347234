package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** How long an {@link HttpRouteRule} waits. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteTimeoutsBuilder.ImmutableHttpRouteTimeouts.class)
@JsonDeserialize(as = HttpRouteTimeoutsBuilder.ImmutableHttpRouteTimeouts.class)
public interface HttpRouteTimeouts {
    /** {@return time for a whole request with all tries; 0 switches it off; empty: decided by the implementation} */
    Optional<Duration> request();

    /**
     * {@return time for one try, not longer than the whole request; 0 switches it off; empty: decided by the
     * implementation}
     */
    Optional<Duration> backendRequest();

    /** {@return a builder that starts with the content of this value} */
    default HttpRouteTimeoutsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteTimeoutsBuilder builder() {
        return new HttpRouteTimeoutsBuilder();
    }
}
