package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * Settings of a whole mesh as its control plane reads them, without Istio's defaults filled in. Read from the
 * key {@code mesh} of the ConfigMap {@code istio}, or from the values of an
 * installation. A field that is present replaces Istio's default as a whole, except those that say that they
 * are merged.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshConfigBuilder.ImmutableMeshConfig.class)
@JsonDeserialize(as = MeshConfigBuilder.ImmutableMeshConfig.class)
public interface MeshConfig
        extends MeshTrafficSettings,
                MeshDiscoverySettings,
                MeshSecuritySettings,
                MeshProxySettings,
                MeshIngressSettings,
                MeshTelemetrySettings {
    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshConfigBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshConfig empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshConfigBuilder builder() {
        return new MeshConfigBuilder();
    }
}
