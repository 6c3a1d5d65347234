package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How paths are normalised before they are matched.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ProxyPathNormalization. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PathNormalizationBuilder.ImmutablePathNormalization.class)
@JsonDeserialize(as = PathNormalizationBuilder.ImmutablePathNormalization.class)
public interface PathNormalization {
    /** {@return the kind; empty: {@code DEFAULT}} */
    Optional<PathNormalizationType> normalization();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default PathNormalizationBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static PathNormalization empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static PathNormalizationBuilder builder() {
        return new PathNormalizationBuilder();
    }
}
