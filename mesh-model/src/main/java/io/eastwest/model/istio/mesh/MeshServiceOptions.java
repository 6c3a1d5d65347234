package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Options of a service.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ServiceSettings.Settings. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshServiceOptionsBuilder.ImmutableMeshServiceOptions.class)
@JsonDeserialize(as = MeshServiceOptionsBuilder.ImmutableMeshServiceOptions.class)
public interface MeshServiceOptions {
    /** {@return whether calls stay in the cluster of the caller; empty: no} */
    Optional<Boolean> clusterLocal();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshServiceOptionsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshServiceOptions empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshServiceOptionsBuilder builder() {
        return new MeshServiceOptionsBuilder();
    }
}
