package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How connections to a server are secured.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:ServerTLSSettings. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServerTlsSettingsBuilder.ImmutableServerTlsSettings.class)
@JsonDeserialize(as = ServerTlsSettingsBuilder.ImmutableServerTlsSettings.class)
public interface ServerTlsSettings {
    /** {@return whether plain HTTP is answered with a redirect to HTTPS; empty: no} */
    Optional<Boolean> httpsRedirect();

    /** {@return the kind of TLS; empty: {@code PASSTHROUGH}} */
    Optional<ServerTlsMode> mode();

    /** {@return the file of the server certificate} */
    Optional<String> serverCertificate();

    /** {@return the file of the private key} */
    Optional<String> privateKey();

    /** {@return the file of the roots that client certificates are verified with} */
    Optional<String> caCertificates();

    /** {@return the secret that holds certificate and key} */
    Optional<String> credentialName();

    /** {@return up to two secrets, one per kind of key} */
    List<String> credentialNames();

    /** {@return up to two file sets, one per kind of key} */
    List<TlsCertificate> tlsCertificates();

    /** {@return the names of which a client certificate has to carry one; empty: any} */
    List<String> subjectAltNames();

    /** {@return the base64 SHA-256 hashes of accepted public keys of clients} */
    List<String> verifyCertificateSpki();

    /** {@return the hexadecimal SHA-256 hashes of accepted client certificates} */
    List<String> verifyCertificateHash();

    /** {@return the lowest version of TLS; empty: TLS 1.2} */
    Optional<TlsProtocolVersion> minProtocolVersion();

    /** {@return the highest version of TLS; empty: Envoy's choice} */
    Optional<TlsProtocolVersion> maxProtocolVersion();

    /** {@return the cipher suites that may be used; empty: Envoy's choice} */
    List<String> cipherSuites();

    /** {@return the file of revoked certificates; empty: none} */
    Optional<String> caCrl();

    /**
     * {@return the secret or config map that holds the roots for client certificates; empty: the one of {@link
     * #credentialName()}}
     */
    Optional<String> caCertCredentialName();

    /**
     * {@return the kind of TLS, where absence is {@code PASSTHROUGH}}
     */
    default ServerTlsMode modeOrDefault() {
        return mode().orElse(ServerTlsMode.PASSTHROUGH);
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServerTlsSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return settings with a mode and defaults otherwise}
     *
     * @param mode the kind of TLS
     */
    static ServerTlsSettings mode(ServerTlsMode mode) {
        return builder().mode(mode).build();
    }

    /**
     * {@return settings of a server that proves who it is with a secret}
     *
     * @param credentialName the secret
     */
    static ServerTlsSettings simple(String credentialName) {
        return builder()
                .mode(ServerTlsMode.SIMPLE)
                .credentialName(credentialName)
                .build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ServerTlsSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ServerTlsSettingsBuilder builder() {
        return new ServerTlsSettingsBuilder();
    }
}
