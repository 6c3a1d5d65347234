package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of services by host.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ServiceSettings. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshServiceSettingsBuilder.ImmutableMeshServiceSettings.class)
@JsonDeserialize(as = MeshServiceSettingsBuilder.ImmutableMeshServiceSettings.class)
public interface MeshServiceSettings {
    /** {@return the settings} */
    Optional<MeshServiceOptions> settings();

    /** {@return the hosts, full names with an optional leading wildcard} */
    List<String> hosts();

    /**
     * {@return whether calls to the hosts stay in the cluster of the caller}
     */
    default boolean isClusterLocal() {
        return settings().flatMap(MeshServiceOptions::clusterLocal).orElse(false);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshServiceSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return settings that keep calls in their cluster, or not}
     *
     * @param clusterLocal whether calls stay in their cluster
     * @param hosts the hosts
     */
    static MeshServiceSettings clusterLocal(boolean clusterLocal, String... hosts) {
        return builder()
                .settings(
                        MeshServiceOptions.builder().clusterLocal(clusterLocal).build())
                .addHosts(hosts)
                .build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshServiceSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshServiceSettingsBuilder builder() {
        return new MeshServiceSettingsBuilder();
    }
}
