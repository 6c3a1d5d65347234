package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** TLS from gateways to services ({@code kind: BackendTLSPolicy}). Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BackendTlsPolicyBuilder.ImmutableBackendTlsPolicy.class)
@JsonDeserialize(as = BackendTlsPolicyBuilder.ImmutableBackendTlsPolicy.class)
public interface BackendTlsPolicy extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code BackendTLSPolicy}} */
    @Override
    default String kind() {
        return "BackendTLSPolicy";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return targets and the check of their certificates} */
    BackendTlsPolicySpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with the content of this object} */
    default BackendTlsPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BackendTlsPolicyBuilder builder() {
        return new BackendTlsPolicyBuilder();
    }
}
