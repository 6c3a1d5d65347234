package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Number of requests in some time. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RequestRateBuilder.ImmutableRequestRate.class)
@JsonDeserialize(as = RequestRateBuilder.ImmutableRequestRate.class)
public interface RequestRate {
    /** {@return number, 1..1000000} */
    OptionalInt count();

    /** {@return time, more than 0, at most 1h} */
    Optional<Duration> interval();

    /** {@return a builder that starts with the content of this value} */
    default RequestRateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RequestRateBuilder builder() {
        return new RequestRateBuilder();
    }
}
