package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How the certificates of clients are checked. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = FrontendTlsValidationBuilder.ImmutableFrontendTlsValidation.class)
@JsonDeserialize(as = FrontendTlsValidationBuilder.ImmutableFrontendTlsValidation.class)
public interface FrontendTlsValidation {
    /** {@return certificate authorities, 1..16} */
    List<ObjectReference> caCertificateRefs();

    /** {@return what happens to other clients; empty: the API server writes AllowValidOnly} */
    Optional<FrontendValidationMode> mode();

    /** {@return a builder that starts with the content of this value} */
    default FrontendTlsValidationBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static FrontendTlsValidationBuilder builder() {
        return new FrontendTlsValidationBuilder();
    }
}
