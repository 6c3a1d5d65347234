package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A limit on concurrent retries relative to the active requests.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy.RetryBudget. Not meant
 * to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RetryBudgetBuilder.ImmutableRetryBudget.class)
@JsonDeserialize(as = RetryBudgetBuilder.ImmutableRetryBudget.class)
public interface RetryBudget {
    /** {@return the share of active and pending requests that may be retries, 0..100; empty: 20} */
    OptionalDouble percent();

    /** {@return the number of concurrent retries that is always allowed; empty: 3} */
    OptionalInt minRetryConcurrency();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RetryBudgetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static RetryBudget empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static RetryBudgetBuilder builder() {
        return new RetryBudgetBuilder();
    }
}
