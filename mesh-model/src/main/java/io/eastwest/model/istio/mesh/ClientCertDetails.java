package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The parts of a client certificate that are forwarded.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails.
 * Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClientCertDetailsBuilder.ImmutableClientCertDetails.class)
@JsonDeserialize(as = ClientCertDetailsBuilder.ImmutableClientCertDetails.class)
public interface ClientCertDetails {
    /** {@return whether the subject is; empty: yes} */
    Optional<Boolean> subject();

    /** {@return whether the certificate is; empty: no} */
    Optional<Boolean> cert();

    /** {@return whether the chain is; empty: no} */
    Optional<Boolean> chain();

    /** {@return whether the DNS names are; empty: yes} */
    Optional<Boolean> dns();

    /** {@return whether the URI names are; empty: yes} */
    Optional<Boolean> uri();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ClientCertDetailsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ClientCertDetails empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ClientCertDetailsBuilder builder() {
        return new ClientCertDetailsBuilder();
    }
}
