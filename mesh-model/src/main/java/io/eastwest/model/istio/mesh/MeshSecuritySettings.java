package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link MeshConfig} that decides about identity and encryption.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshSecuritySettings {
    /** {@return the trust domain of identities; empty: {@code cluster.local}} */
    Optional<String> trustDomain();

    /** {@return further trust domains that are treated as the own one} */
    List<String> trustDomainAliases();

    /** {@return whether proxies use mutual TLS where both sides can; empty: yes} */
    Optional<Boolean> enableAutoMtls();

    /** {@return further roots of trust} */
    List<MeshCaCertificate> caCertificates();

    /** {@return the authority that signs for the Kubernetes signing API; empty: the built-in one} */
    Optional<MeshCertificateAuthority> ca();

    /** {@return the settings of TLS inside the mesh; empty: defaults} */
    Optional<MeshTlsSettings> meshMTLS();

    /** {@return the settings of other TLS; empty: defaults} */
    Optional<MeshTlsSettings> tlsDefaults();

    /**
     * {@return deprecated; whether server certificates are verified with the operating system's roots when none
     * are given}
     */
    Optional<Boolean> verifyCertificateAtClient();

    /** {@return deprecated; the certificates that Istio provisions, kept as they were read} */
    List<JsonNode> certificates();
}
