package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A gateway of the Gateway API: listeners on the edge of a mesh, an east-west gateway or a waypoint. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayBuilder.ImmutableGateway.class)
@JsonDeserialize(as = GatewayBuilder.ImmutableGateway.class)
public interface Gateway extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code Gateway}} */
    @Override
    default String kind() {
        return "Gateway";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return listeners and addresses} */
    GatewaySpec spec();

    /** {@return what the controller reported; empty when the document has no {@code status}} */
    Optional<GatewayStatus> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default Gateway withDefaults() {
        return ListenerDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default GatewayBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static Gateway of(String namespace, String name, GatewaySpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return a builder in which nothing is set} */
    static GatewayBuilder builder() {
        return new GatewayBuilder();
    }
}
