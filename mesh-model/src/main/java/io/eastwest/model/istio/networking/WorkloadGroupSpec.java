package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Template and probe of a {@link WorkloadGroup}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:WorkloadGroup. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WorkloadGroupSpecBuilder.ImmutableWorkloadGroupSpec.class)
@JsonDeserialize(as = WorkloadGroupSpecBuilder.ImmutableWorkloadGroupSpec.class)
public interface WorkloadGroupSpec {
    /** {@return the labels and annotations of the entries} */
    Optional<WorkloadGroupMetadata> metadata();

    /** {@return what the entries have in common; an address is not needed} */
    WorkloadEntrySpec template();

    /** {@return how readiness is checked; empty: not} */
    Optional<ReadinessProbe> probe();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WorkloadGroupSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WorkloadGroupSpecBuilder builder() {
        return new WorkloadGroupSpecBuilder();
    }
}
