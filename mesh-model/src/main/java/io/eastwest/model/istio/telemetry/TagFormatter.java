package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A value computed by a format text.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing.Formatter. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TagFormatterBuilder.ImmutableTagFormatter.class)
@JsonDeserialize(as = TagFormatterBuilder.ImmutableTagFormatter.class)
public interface TagFormatter {
    /** {@return the format text} */
    String value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TagFormatterBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TagFormatterBuilder builder() {
        return new TagFormatterBuilder();
    }
}
