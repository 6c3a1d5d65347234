package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Namespaces whose routes may attach to a {@link Listener}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteNamespacesBuilder.ImmutableRouteNamespaces.class)
@JsonDeserialize(as = RouteNamespacesBuilder.ImmutableRouteNamespaces.class)
public interface RouteNamespaces {
    /** {@return which namespaces; empty: the API server writes Same} */
    @JsonProperty("from")
    Optional<RouteNamespacesFrom> fromNamespaces();

    /** {@return labels of the namespaces; only with Selector} */
    Optional<LabelSelector> selector();

    /** {@return a builder that starts with the content of this value} */
    default RouteNamespacesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RouteNamespacesBuilder builder() {
        return new RouteNamespacesBuilder();
    }
}
