package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How the operator brings a new version of a control plane in. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioUpdateStrategyBuilder.ImmutableIstioUpdateStrategy.class)
@JsonDeserialize(as = IstioUpdateStrategyBuilder.ImmutableIstioUpdateStrategy.class)
public interface IstioUpdateStrategy {
    /** {@return how; empty: the API server writes InPlace} */
    Optional<UpdateStrategyType> type();

    /** {@return seconds before a revision without users is deleted, 0 or more; empty: the operator uses 30} */
    OptionalLong inactiveRevisionDeletionGracePeriodSeconds();

    /** {@return whether workloads are moved to the new revision; empty: no} */
    Optional<Boolean> updateWorkloads();

    /** {@return a builder that starts with the content of this value} */
    default IstioUpdateStrategyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioUpdateStrategyBuilder builder() {
        return new IstioUpdateStrategyBuilder();
    }
}
