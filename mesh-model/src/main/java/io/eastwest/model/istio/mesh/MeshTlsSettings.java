package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of TLS.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.TLSConfig. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshTlsSettingsBuilder.ImmutableMeshTlsSettings.class)
@JsonDeserialize(as = MeshTlsSettingsBuilder.ImmutableMeshTlsSettings.class)
public interface MeshTlsSettings {
    /** {@return the lowest version; empty: TLS 1.2} */
    Optional<MeshTlsVersion> minProtocolVersion();

    /** {@return the curves, in order of preference; empty: Envoy's choice} */
    List<String> ecdhCurves();

    /** {@return the cipher suites; empty: Istio's choice} */
    List<String> cipherSuites();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshTlsSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshTlsSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshTlsSettingsBuilder builder() {
        return new MeshTlsSettingsBuilder();
    }
}
