package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How requests are traced.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TracingSettingsBuilder.ImmutableTracingSettings.class)
@JsonDeserialize(as = TracingSettingsBuilder.ImmutableTracingSettings.class)
public interface TracingSettings {
    /** {@return the direction; empty: both} */
    Optional<TracingSelector> match();

    /** {@return the providers; empty: those of the wider scope} */
    List<ProviderReference> providers();

    /** {@return the share of requests that are traced, 0..100; empty: that of the wider scope} */
    OptionalDouble randomSamplingPercentage();

    /** {@return whether spans are not reported; empty: as the wider scope says} */
    Optional<Boolean> disableSpanReporting();

    /** {@return the tags of spans by name} */
    Map<String, TelemetryTag> customTags();

    /** {@return whether the request id carries the sampling decision; empty: yes} */
    Optional<Boolean> useRequestIdForTraceSampling();

    /** {@return whether tags about the mesh are added; empty: yes} */
    Optional<Boolean> enableIstioTags();

    /** {@return whether trace headers are not forwarded; empty: they are; since Istio 1.30} */
    Optional<Boolean> disableContextPropagation();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TracingSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TracingSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TracingSettingsBuilder builder() {
        return new TracingSettingsBuilder();
    }
}
