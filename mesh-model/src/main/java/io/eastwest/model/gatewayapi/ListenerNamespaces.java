package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Namespaces whose {@link ListenerSet}s may attach to a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ListenerNamespacesBuilder.ImmutableListenerNamespaces.class)
@JsonDeserialize(as = ListenerNamespacesBuilder.ImmutableListenerNamespaces.class)
public interface ListenerNamespaces {
    /** {@return which namespaces; empty: the API server writes None} */
    @JsonProperty("from")
    Optional<ListenerNamespacesFrom> fromNamespaces();

    /** {@return labels of the namespaces; only with Selector} */
    Optional<LabelSelector> selector();

    /** {@return a builder that starts with the content of this value} */
    default ListenerNamespacesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ListenerNamespacesBuilder builder() {
        return new ListenerNamespacesBuilder();
    }
}
