package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which metrics are kept, and how.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Metrics. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MetricsSettingsBuilder.ImmutableMetricsSettings.class)
@JsonDeserialize(as = MetricsSettingsBuilder.ImmutableMetricsSettings.class)
public interface MetricsSettings {
    /** {@return the providers; empty: those of the wider scope} */
    List<ProviderReference> providers();

    /** {@return the changes in order} */
    List<MetricsOverrides> overrides();

    /** {@return the time between reports of TCP metrics; empty: 5 s} */
    Optional<Duration> reportingInterval();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MetricsSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MetricsSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MetricsSettingsBuilder builder() {
        return new MetricsSettingsBuilder();
    }
}
