package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A root of trust. {@link #pem()} and {@link #spiffeBundleUrl()} exclude each other.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.CertificateData. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshCaCertificateBuilder.ImmutableMeshCaCertificate.class)
@JsonDeserialize(as = MeshCaCertificateBuilder.ImmutableMeshCaCertificate.class)
public interface MeshCaCertificate {
    /** {@return the certificates as PEM} */
    Optional<String> pem();

    /** {@return the URL of a SPIFFE bundle} */
    Optional<String> spiffeBundleUrl();

    /** {@return the Kubernetes signers that the root belongs to} */
    List<String> certSigners();

    /** {@return the trust domains that the root is for; empty: the own one and its aliases} */
    List<String> trustDomains();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshCaCertificateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshCaCertificate empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshCaCertificateBuilder builder() {
        return new MeshCaCertificateBuilder();
    }
}
