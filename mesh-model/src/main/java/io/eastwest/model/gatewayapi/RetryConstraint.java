package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Limit on retries to the targets of an {@link XBackendTrafficPolicy}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RetryConstraintBuilder.ImmutableRetryConstraint.class)
@JsonDeserialize(as = RetryConstraintBuilder.ImmutableRetryConstraint.class)
public interface RetryConstraint {
    /** {@return share of requests that may be retries; empty: the API server writes 20 percent in 10s} */
    Optional<BackendRetryBudget> budget();

    /** {@return retries that are allowed whatever the share; empty: the API server writes 10 in 1s} */
    Optional<RequestRate> minRetryRate();

    /** {@return a builder that starts with the content of this value} */
    default RetryConstraintBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RetryConstraintBuilder builder() {
        return new RetryConstraintBuilder();
    }
}
