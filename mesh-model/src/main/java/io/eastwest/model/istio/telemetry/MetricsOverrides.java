package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of metrics.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:MetricsOverrides. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MetricsOverridesBuilder.ImmutableMetricsOverrides.class)
@JsonDeserialize(as = MetricsOverridesBuilder.ImmutableMetricsOverrides.class)
public interface MetricsOverrides {
    /** {@return the metrics; empty: all in both directions} */
    Optional<MetricSelector> match();

    /** {@return whether the metrics are switched off; empty: as the wider scope says} */
    Optional<Boolean> disabled();

    /** {@return the changes of tags by name} */
    Map<String, TagOverride> tagOverrides();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MetricsOverridesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MetricsOverrides empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MetricsOverridesBuilder builder() {
        return new MetricsOverridesBuilder();
    }
}
