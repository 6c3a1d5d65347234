package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Limits of a cluster; empty: unlimited. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface CircuitBreakers {
    /** {@return connections} */
    OptionalLong maxConnections();

    /** {@return pending requests} */
    OptionalLong maxPendingRequests();

    /** {@return requests} */
    OptionalLong maxRequests();

    /** {@return retries} */
    OptionalLong maxRetries();

    /** {@return retry budget} */
    Optional<RetryBudget> retryBudget();

    /** No limit. */
    CircuitBreakers NONE = builder().build();

    /**
     * Budget of concurrent retries.
     *
     * @param percent percent of active requests
     * @param minConcurrency retries that are always allowed
     */
    record RetryBudget(double percent, int minConcurrency) {}

    /** {@return a builder that starts from this value} */
    default CircuitBreakersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static CircuitBreakersBuilder builder() {
        return new CircuitBreakersBuilder();
    }
}
