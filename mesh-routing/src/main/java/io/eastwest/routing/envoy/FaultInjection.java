package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Faults of a route. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface FaultInjection {
    /** {@return delay} */
    Optional<Duration> delay();

    /** {@return share of requests that are delayed, in millionths} */
    @Value.Default
    default long delayMillionths() {
        return 0;
    }

    /** {@return HTTP status of an abort} */
    OptionalInt abortStatus();

    /** {@return gRPC status of an abort} */
    OptionalInt abortGrpcStatus();

    /** {@return share of requests that are aborted, in millionths} */
    @Value.Default
    default long abortMillionths() {
        return 0;
    }

    /** {@return a builder that starts from this value} */
    default FaultInjectionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static FaultInjectionBuilder builder() {
        return new FaultInjectionBuilder();
    }
}
