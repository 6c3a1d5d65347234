package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Routing of UDP datagrams by port ({@code kind: UDPRoute}). Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = UdpRouteBuilder.ImmutableUdpRoute.class)
@JsonDeserialize(as = UdpRouteBuilder.ImmutableUdpRoute.class)
public interface UdpRoute extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code UDPRoute}} */
    @Override
    default String kind() {
        return "UDPRoute";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return parents and rules} */
    UdpRouteSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default UdpRoute withDefaults() {
        return StreamRouteDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default UdpRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static UdpRouteBuilder builder() {
        return new UdpRouteBuilder();
    }
}
