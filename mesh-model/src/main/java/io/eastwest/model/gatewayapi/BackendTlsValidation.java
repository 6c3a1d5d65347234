package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How the certificate of a backend is checked. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendTlsValidationBuilder.ImmutableBackendTlsValidation.class)
@JsonDeserialize(as = BackendTlsValidationBuilder.ImmutableBackendTlsValidation.class)
public interface BackendTlsValidation {
    /** {@return certificate authorities, at most 8; excludes {@link #wellKnownCACertificates()}} */
    List<LocalObjectReference> caCertificateRefs();

    /** {@return {@code System} for the authorities of the machine; excludes {@link #caCertificateRefs()}} */
    Optional<String> wellKnownCACertificates();

    /** {@return server name that is sent, and name that is expected unless alternative names are listed} */
    String hostname();

    /** {@return names of which the certificate must carry one, at most 5} */
    List<SubjectAltName> subjectAltNames();

    /** {@return a builder that starts with the content of this value} */
    default BackendTlsValidationBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendTlsValidationBuilder builder() {
        return new BackendTlsValidationBuilder();
    }
}
