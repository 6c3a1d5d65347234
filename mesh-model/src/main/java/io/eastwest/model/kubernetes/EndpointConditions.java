package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** State of an {@link Endpoint}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EndpointConditionsBuilder.ImmutableEndpointConditions.class)
@JsonDeserialize(as = EndpointConditionsBuilder.ImmutableEndpointConditions.class)
public interface EndpointConditions {
    /** {@return whether the endpoint takes new connections; empty: yes} */
    Optional<Boolean> ready();

    /** {@return whether the endpoint answers, terminating or not; empty: the value of {@link #ready()}} */
    Optional<Boolean> serving();

    /** {@return whether the endpoint is shutting down; empty: no} */
    Optional<Boolean> terminating();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return whether the endpoint takes new connections; an unstated condition counts as ready} */
    default boolean isReady() {
        return ready().orElse(true);
    }

    /** {@return whether the endpoint answers; an unstated condition follows {@link #isReady()}} */
    default boolean isServing() {
        return serving().orElse(isReady());
    }

    /** {@return whether the endpoint is shutting down; an unstated condition counts as no} */
    default boolean isTerminating() {
        return terminating().orElse(false);
    }

    /** {@return a builder that starts with the content of this value} */
    default EndpointConditionsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EndpointConditionsBuilder builder() {
        return new EndpointConditionsBuilder();
    }
}
