package io.eastwest.model.openshift;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS settings of a {@link Route}. No text form shows the private key. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteTlsBuilder.ImmutableRouteTls.class)
@JsonDeserialize(as = RouteTlsBuilder.ImmutableRouteTls.class)
public interface RouteTls {
    /** {@return where TLS ends} */
    RouteTermination termination();

    /** {@return what happens to plain HTTP; empty: it is refused} */
    Optional<InsecureEdgePolicy> insecureEdgeTerminationPolicy();

    /** {@return server certificate as PEM; empty: that of the router} */
    Optional<String> certificate();

    /** {@return private key of the certificate as PEM} */
    @Value.Redacted
    Optional<String> key();

    /** {@return certificates of the issuers as PEM} */
    Optional<String> caCertificate();

    /** {@return authority that the certificate of the pod must come from, as PEM; with reencrypt only} */
    Optional<String> destinationCACertificate();

    /** {@return Secret that holds certificate and key, kept as it stands} */
    Optional<JsonNode> externalCertificate();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @Value.Redacted
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RouteTlsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RouteTlsBuilder builder() {
        return new RouteTlsBuilder();
    }
}
