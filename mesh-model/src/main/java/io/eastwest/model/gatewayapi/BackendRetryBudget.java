package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Share of requests that may be retries. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendRetryBudgetBuilder.ImmutableBackendRetryBudget.class)
@JsonDeserialize(as = BackendRetryBudgetBuilder.ImmutableBackendRetryBudget.class)
public interface BackendRetryBudget {
    /** {@return share in percent, 0..100; empty: the API server writes 20} */
    OptionalInt percent();

    /** {@return time over which the share is taken, 1s..1h; empty: the API server writes 10s} */
    Optional<Duration> interval();

    /** {@return a builder that starts with the content of this value} */
    default BackendRetryBudgetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendRetryBudgetBuilder builder() {
        return new BackendRetryBudgetBuilder();
    }
}
