package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * Scope and settings of a {@link Telemetry}.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Telemetry. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TelemetrySpecBuilder.ImmutableTelemetrySpec.class)
@JsonDeserialize(as = TelemetrySpecBuilder.ImmutableTelemetrySpec.class)
public interface TelemetrySpec extends PolicyTarget {
    /** {@return the traces; empty: as the wider scope says; Istio uses the first entry alone} */
    List<TracingSettings> tracing();

    /** {@return the metrics; empty: as the wider scope says} */
    List<MetricsSettings> metrics();

    /** {@return the access logs; empty: as the wider scope says} */
    List<AccessLoggingSettings> accessLogging();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TelemetrySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TelemetrySpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TelemetrySpecBuilder builder() {
        return new TelemetrySpecBuilder();
    }
}
