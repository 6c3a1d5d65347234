package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The direction that a tracing setting is about.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing.TracingSelector. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TracingSelectorBuilder.ImmutableTracingSelector.class)
@JsonDeserialize(as = TracingSelectorBuilder.ImmutableTracingSelector.class)
public interface TracingSelector {
    /** {@return the direction; empty: both} */
    Optional<WorkloadMode> mode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TracingSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TracingSelector empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TracingSelectorBuilder builder() {
        return new TracingSelectorBuilder();
    }
}
