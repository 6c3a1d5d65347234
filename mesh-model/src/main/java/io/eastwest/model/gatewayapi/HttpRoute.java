package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Routing of HTTP requests ({@code kind: HTTPRoute}). Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteBuilder.ImmutableHttpRoute.class)
@JsonDeserialize(as = HttpRouteBuilder.ImmutableHttpRoute.class)
public interface HttpRoute extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code HTTPRoute}} */
    @Override
    default String kind() {
        return "HTTPRoute";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return parents, host names and rules} */
    HttpRouteSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default HttpRoute withDefaults() {
        return HttpRouteDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default HttpRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the resource with this namespace, name and specification}
     *
     * @param namespace the namespace
     * @param name the name
     * @param spec the specification
     */
    static HttpRoute of(String namespace, String name, HttpRouteSpec spec) {
        return builder().metadata(ObjectMeta.of(namespace, name)).spec(spec).build();
    }

    /** {@return a builder in which nothing is set} */
    static HttpRouteBuilder builder() {
        return new HttpRouteBuilder();
    }
}
