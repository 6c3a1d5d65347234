package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Retry budget and session persistence of services. Exists in the experimental channel only. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = XBackendTrafficPolicyBuilder.ImmutableXBackendTrafficPolicy.class)
@JsonDeserialize(as = XBackendTrafficPolicyBuilder.ImmutableXBackendTrafficPolicy.class)
public interface XBackendTrafficPolicy extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.x-k8s.io/v1alpha1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.x-k8s.io/v1alpha1";
    }

    /** {@return {@code XBackendTrafficPolicy}} */
    @Override
    default String kind() {
        return "XBackendTrafficPolicy";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return targets and what applies to them} */
    XBackendTrafficPolicySpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default XBackendTrafficPolicy withDefaults() {
        return TrafficPolicyDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default XBackendTrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static XBackendTrafficPolicyBuilder builder() {
        return new XBackendTrafficPolicyBuilder();
    }
}
