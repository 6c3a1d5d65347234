package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of one tag of a metric.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:MetricsOverrides.TagOverride. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TagOverrideBuilder.ImmutableTagOverride.class)
@JsonDeserialize(as = TagOverrideBuilder.ImmutableTagOverride.class)
public interface TagOverride {
    /** {@return the change; empty: {@code UPSERT}} */
    Optional<TagOperation> operation();

    /** {@return the expression of the new value, for {@code UPSERT}} */
    Optional<String> value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TagOverrideBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TagOverride empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TagOverrideBuilder builder() {
        return new TagOverrideBuilder();
    }
}
