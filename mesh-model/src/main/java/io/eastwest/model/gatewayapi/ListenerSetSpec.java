package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Further listeners of a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ListenerSetSpecBuilder.ImmutableListenerSetSpec.class)
@JsonDeserialize(as = ListenerSetSpecBuilder.ImmutableListenerSetSpec.class)
public interface ListenerSetSpec {
    /** {@return gateway that gets the listeners; it has no section name or port} */
    ParentReference parentRef();

    /** {@return listeners in document order, 1..64} */
    List<Listener> listeners();

    /** {@return a builder that starts with the content of this value} */
    default ListenerSetSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ListenerSetSpecBuilder builder() {
        return new ListenerSetSpecBuilder();
    }
}
