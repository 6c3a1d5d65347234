package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Retry policy of a route. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface RetryPolicy {
    /** {@return number of retries} */
    int attempts();

    /** {@return conditions, comma separated as istiod sends them} */
    String retryOn();

    /** {@return status codes that are retried} */
    List<Integer> retriableStatusCodes();

    /** {@return timeout of one try} */
    Optional<Duration> perTryTimeout();

    /** {@return whether hosts already tried are avoided} */
    @Value.Default
    default boolean previousHosts() {
        return false;
    }

    /** {@return whether priorities already tried are left (retryRemoteLocalities)} */
    @Value.Default
    default boolean previousPriorities() {
        return false;
    }

    /** {@return tries to find a host that was not tried} */
    OptionalInt hostSelectionMaxAttempts();

    /** {@return base interval} */
    Optional<Duration> backoff();

    /** {@return a builder that starts from this value} */
    default RetryPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static RetryPolicyBuilder builder() {
        return new RetryPolicyBuilder();
    }
}
