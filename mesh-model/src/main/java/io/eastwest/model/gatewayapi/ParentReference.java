package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What a route attaches to: a gateway, a listener set or, for traffic inside a mesh, a service. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ParentReferenceBuilder.ImmutableParentReference.class)
@JsonDeserialize(as = ParentReferenceBuilder.ImmutableParentReference.class)
public interface ParentReference {
    /** {@return API group of the parent; empty: the API server writes {@code gateway.networking.k8s.io}} */
    Optional<String> group();

    /** {@return kind of the parent; empty: the API server writes {@code Gateway}} */
    Optional<String> kind();

    /** {@return namespace of the parent; empty: that of the route} */
    Optional<String> namespace();

    /** {@return name of the parent} */
    String name();

    /** {@return listener of the parent, or port name of a service; empty: all} */
    Optional<String> sectionName();

    /** {@return port of the parent, 1..65535; empty: all} */
    OptionalInt port();

    /** {@return a builder that starts with the content of this value} */
    default ParentReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a Gateway in the namespace of the route}
     *
     * @param name its name
     */
    static ParentReference gateway(String name) {
        return builder().name(name).build();
    }

    /**
     * {@return a Gateway in another namespace}
     *
     * @param namespace its namespace
     * @param name its name
     */
    static ParentReference gateway(String namespace, String name) {
        return builder().namespace(namespace).name(name).build();
    }

    /**
     * {@return a Service in the namespace of the route: the route is for calls inside the mesh}
     *
     * @param name its name
     */
    static ParentReference service(String name) {
        return builder().group("").kind("Service").name(name).build();
    }

    /** {@return a builder in which nothing is set} */
    static ParentReferenceBuilder builder() {
        return new ParentReferenceBuilder();
    }
}
