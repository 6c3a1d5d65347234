package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A fixed value of a tag.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing.Literal. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TagLiteralBuilder.ImmutableTagLiteral.class)
@JsonDeserialize(as = TagLiteralBuilder.ImmutableTagLiteral.class)
public interface TagLiteral {
    /** {@return the value} */
    String value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TagLiteralBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TagLiteralBuilder builder() {
        return new TagLiteralBuilder();
    }
}
