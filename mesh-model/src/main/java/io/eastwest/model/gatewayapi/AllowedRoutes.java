package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Routes that may attach to a {@link Listener}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AllowedRoutesBuilder.ImmutableAllowedRoutes.class)
@JsonDeserialize(as = AllowedRoutesBuilder.ImmutableAllowedRoutes.class)
public interface AllowedRoutes {
    /** {@return namespaces of the routes; empty: the API server writes those of the listener's own namespace} */
    Optional<RouteNamespaces> namespaces();

    /** {@return kinds of the routes, at most 8; empty: those that fit the protocol} */
    List<RouteGroupKind> kinds();

    /** {@return a builder that starts with the content of this value} */
    default AllowedRoutesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static AllowedRoutesBuilder builder() {
        return new AllowedRoutesBuilder();
    }
}
