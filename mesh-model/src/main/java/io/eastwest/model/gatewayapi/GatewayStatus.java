package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What the controller reported about a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayStatusBuilder.ImmutableGatewayStatus.class)
@JsonDeserialize(as = GatewayStatusBuilder.ImmutableGatewayStatus.class)
public interface GatewayStatus {
    /** {@return addresses that were bound, at most 16} */
    List<GatewayAddress> addresses();

    /** {@return conditions, kept as they stand} */
    Optional<JsonNode> conditions();

    /** {@return state of the listeners, kept as it stands} */
    Optional<JsonNode> listeners();

    /** {@return number of listener sets that attached} */
    OptionalInt attachedListenerSets();

    /** {@return a builder that starts with the content of this value} */
    default GatewayStatusBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayStatusBuilder builder() {
        return new GatewayStatusBuilder();
    }
}
