package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A kind of route that a {@link Listener} takes. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteGroupKindBuilder.ImmutableRouteGroupKind.class)
@JsonDeserialize(as = RouteGroupKindBuilder.ImmutableRouteGroupKind.class)
public interface RouteGroupKind {
    /** {@return API group; empty: the API server writes {@code gateway.networking.k8s.io}} */
    Optional<String> group();

    /** {@return kind, for example {@code HTTPRoute}} */
    String kind();

    /** {@return a builder that starts with the content of this value} */
    default RouteGroupKindBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RouteGroupKindBuilder builder() {
        return new RouteGroupKindBuilder();
    }
}
