package io.eastwest.model.istio.telemetry;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named source of the value of a tag: an environment variable or a request header.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:Tracing.Environment. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TagSourceBuilder.ImmutableTagSource.class)
@JsonDeserialize(as = TagSourceBuilder.ImmutableTagSource.class)
public interface TagSource {
    /** {@return the name of the variable or header} */
    String name();

    /** {@return the value where the source is missing; empty: no tag} */
    Optional<String> defaultValue();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TagSourceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TagSourceBuilder builder() {
        return new TagSourceBuilder();
    }
}
