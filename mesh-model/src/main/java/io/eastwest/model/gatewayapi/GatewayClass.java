package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A class of gateways that one controller serves. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayClassBuilder.ImmutableGatewayClass.class)
@JsonDeserialize(as = GatewayClassBuilder.ImmutableGatewayClass.class)
public interface GatewayClass extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code GatewayClass}} */
    @Override
    default String kind() {
        return "GatewayClass";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return controller and its parameters} */
    GatewayClassSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with the content of this object} */
    default GatewayClassBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayClassBuilder builder() {
        return new GatewayClassBuilder();
    }
}
