package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Listener sets that may attach to a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AllowedListenersBuilder.ImmutableAllowedListeners.class)
@JsonDeserialize(as = AllowedListenersBuilder.ImmutableAllowedListeners.class)
public interface AllowedListeners {
    /** {@return namespaces of the listener sets; empty: the API server writes none} */
    Optional<ListenerNamespaces> namespaces();

    /** {@return a builder that starts with the content of this value} */
    default AllowedListenersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static AllowedListenersBuilder builder() {
        return new AllowedListenersBuilder();
    }
}
