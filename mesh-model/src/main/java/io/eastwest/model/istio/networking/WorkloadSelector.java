package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The workloads of a namespace that carry labels, for ServiceEntry, Sidecar and EnvoyFilter.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:WorkloadSelector. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = WorkloadSelectorBuilder.ImmutableWorkloadSelector.class)
@JsonDeserialize(as = WorkloadSelectorBuilder.ImmutableWorkloadSelector.class)
public interface WorkloadSelector {
    /** {@return the labels that a workload has to carry; empty: all workloads of the namespace} */
    Map<String, String> labels();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default WorkloadSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the selector of one label}
     *
     * @param label the label key
     * @param value the label value
     */
    static WorkloadSelector of(String label, String value) {
        return builder().putLabel(label, value).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static WorkloadSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static WorkloadSelectorBuilder builder() {
        return new WorkloadSelectorBuilder();
    }
}
