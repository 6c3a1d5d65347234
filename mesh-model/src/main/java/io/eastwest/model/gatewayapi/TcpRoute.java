package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Routing of TCP connections by port ({@code kind: TCPRoute}). Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TcpRouteBuilder.ImmutableTcpRoute.class)
@JsonDeserialize(as = TcpRouteBuilder.ImmutableTcpRoute.class)
public interface TcpRoute extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code TCPRoute}} */
    @Override
    default String kind() {
        return "TCPRoute";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return parents and rules} */
    TcpRouteSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default TcpRoute withDefaults() {
        return StreamRouteDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default TcpRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static TcpRouteBuilder builder() {
        return new TcpRouteBuilder();
    }
}
