package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One set of certificate files of a server.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:ServerTLSSettings.TLSCertificate. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TlsCertificateBuilder.ImmutableTlsCertificate.class)
@JsonDeserialize(as = TlsCertificateBuilder.ImmutableTlsCertificate.class)
public interface TlsCertificate {
    /** {@return the file of the server certificate} */
    Optional<String> serverCertificate();

    /** {@return the file of the private key} */
    Optional<String> privateKey();

    /** {@return the file of the roots that client certificates are verified with} */
    Optional<String> caCertificates();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TlsCertificateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TlsCertificate empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TlsCertificateBuilder builder() {
        return new TlsCertificateBuilder();
    }
}
