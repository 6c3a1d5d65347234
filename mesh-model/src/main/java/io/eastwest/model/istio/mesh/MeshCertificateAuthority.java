package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An authority that signs for the Kubernetes signing API.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.CA. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshCertificateAuthorityBuilder.ImmutableMeshCertificateAuthority.class)
@JsonDeserialize(as = MeshCertificateAuthorityBuilder.ImmutableMeshCertificateAuthority.class)
public interface MeshCertificateAuthority {
    /** {@return the address} */
    Optional<String> address();

    /** {@return how the connection is secured; empty: plain text} */
    Optional<ClientTlsSettings> tlsSettings();

    /** {@return how long a request may take; empty: 10 s} */
    Optional<Duration> requestTimeout();

    /** {@return whether istiod or the agent connects; empty: the agent} */
    Optional<Boolean> istiodSide();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshCertificateAuthorityBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshCertificateAuthority empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshCertificateAuthorityBuilder builder() {
        return new MeshCertificateAuthorityBuilder();
    }
}
