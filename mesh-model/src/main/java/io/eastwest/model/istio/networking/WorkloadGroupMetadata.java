package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Labels and annotations that registered entries carry.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:WorkloadGroup.ObjectMeta. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WorkloadGroupMetadataBuilder.ImmutableWorkloadGroupMetadata.class)
@JsonDeserialize(as = WorkloadGroupMetadataBuilder.ImmutableWorkloadGroupMetadata.class)
public interface WorkloadGroupMetadata {
    /** {@return the labels} */
    Map<String, String> labels();

    /** {@return the annotations} */
    Map<String, String> annotations();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WorkloadGroupMetadataBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static WorkloadGroupMetadata empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static WorkloadGroupMetadataBuilder builder() {
        return new WorkloadGroupMetadataBuilder();
    }
}
