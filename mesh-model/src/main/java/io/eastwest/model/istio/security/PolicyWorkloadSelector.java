package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The workloads that carry labels, for policies, DestinationRule, ProxyConfig, Telemetry and extensions.
 *
 * <p>Mirrors istio/api v1.30.3 type/v1beta1/selector.proto:WorkloadSelector. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PolicyWorkloadSelectorBuilder.ImmutablePolicyWorkloadSelector.class)
@JsonDeserialize(as = PolicyWorkloadSelectorBuilder.ImmutablePolicyWorkloadSelector.class)
public interface PolicyWorkloadSelector {
    /** {@return the labels that a workload has to carry; empty: all workloads of the scope} */
    Map<String, String> matchLabels();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PolicyWorkloadSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the selector of one label}
     *
     * @param label the label key
     * @param value the label value
     */
    static PolicyWorkloadSelector of(String label, String value) {
        return builder().putMatchLabel(label, value).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static PolicyWorkloadSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PolicyWorkloadSelectorBuilder builder() {
        return new PolicyWorkloadSelectorBuilder();
    }
}
