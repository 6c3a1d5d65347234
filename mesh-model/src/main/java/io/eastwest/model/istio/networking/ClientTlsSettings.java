package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How connections to a service are secured.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:ClientTLSSettings. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClientTlsSettingsBuilder.ImmutableClientTlsSettings.class)
@JsonDeserialize(as = ClientTlsSettingsBuilder.ImmutableClientTlsSettings.class)
public interface ClientTlsSettings {
    /** {@return the kind of TLS; empty: {@code DISABLE}} */
    Optional<ClientTlsMode> mode();

    /** {@return the file of the client certificate, for {@code MUTUAL}} */
    Optional<String> clientCertificate();

    /** {@return the file of the private key, for {@code MUTUAL}} */
    Optional<String> privateKey();

    /**
     * {@return the file of the roots that the server certificate is verified with; empty: the operating
     * system's or none, as the mesh decides}
     */
    Optional<String> caCertificates();

    /**
     * {@return the secret that holds keys and roots, or {@code configmap://namespace/name} for roots; excludes
     * the files}
     */
    Optional<String> credentialName();

    /**
     * {@return the names of which the server certificate has to carry one; empty: Istio derives them for {@code
     * ISTIO_MUTUAL}}
     */
    List<String> subjectAltNames();

    /** {@return the server name that is asked for; empty: derived from the request or the service} */
    Optional<String> sni();

    /** {@return whether the server certificate is accepted unseen; empty: no} */
    Optional<Boolean> insecureSkipVerify();

    /** {@return the file of revoked certificates; empty: none} */
    Optional<String> caCrl();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ClientTlsSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return settings with a mode and defaults otherwise}
     *
     * @param mode the kind of TLS
     */
    static ClientTlsSettings mode(ClientTlsMode mode) {
        return builder().mode(mode).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ClientTlsSettings empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ClientTlsSettingsBuilder builder() {
        return new ClientTlsSettingsBuilder();
    }
}
