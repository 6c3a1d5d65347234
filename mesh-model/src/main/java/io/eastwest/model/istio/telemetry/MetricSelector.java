package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Metrics by name and direction. {@link #metric()} and {@link #customMetric()} exclude each other.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:MetricSelector. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MetricSelectorBuilder.ImmutableMetricSelector.class)
@JsonDeserialize(as = MetricSelectorBuilder.ImmutableMetricSelector.class)
public interface MetricSelector {
    /** {@return a metric of Istio; empty: all} */
    Optional<IstioMetric> metric();

    /** {@return a metric by its full name} */
    Optional<String> customMetric();

    /** {@return the direction; empty: both} */
    Optional<WorkloadMode> mode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MetricSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MetricSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MetricSelectorBuilder builder() {
        return new MetricSelectorBuilder();
    }
}
