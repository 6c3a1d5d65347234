package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A condition on requests that are logged.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:AccessLogging.Filter. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AccessLogFilterBuilder.ImmutableAccessLogFilter.class)
@JsonDeserialize(as = AccessLogFilterBuilder.ImmutableAccessLogFilter.class)
public interface AccessLogFilter {
    /** {@return the condition in the Common Expression Language} */
    Optional<String> expression();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AccessLogFilterBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AccessLogFilter empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AccessLogFilterBuilder builder() {
        return new AccessLogFilterBuilder();
    }
}
