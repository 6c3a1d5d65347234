package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which access logs are written.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:AccessLogging. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AccessLoggingSettingsBuilder.ImmutableAccessLoggingSettings.class)
@JsonDeserialize(as = AccessLoggingSettingsBuilder.ImmutableAccessLoggingSettings.class)
public interface AccessLoggingSettings {
    /** {@return the direction; empty: both} */
    Optional<AccessLogSelector> match();

    /** {@return the providers; empty: those of the wider scope} */
    List<ProviderReference> providers();

    /** {@return whether logs are switched off; empty: as the wider scope says} */
    Optional<Boolean> disabled();

    /** {@return the condition on requests that are logged; empty: all} */
    Optional<AccessLogFilter> filter();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default AccessLoggingSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static AccessLoggingSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static AccessLoggingSettingsBuilder builder() {
        return new AccessLoggingSettingsBuilder();
    }
}
