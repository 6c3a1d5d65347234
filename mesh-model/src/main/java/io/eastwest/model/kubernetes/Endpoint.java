package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One endpoint of an {@link EndpointSlice}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EndpointBuilder.ImmutableEndpoint.class)
@JsonDeserialize(as = EndpointBuilder.ImmutableEndpoint.class)
public interface Endpoint {
    /** {@return addresses of the endpoint, 1..100; consumers use the first} */
    List<String> addresses();

    /** {@return state of the endpoint; empty: ready} */
    Optional<EndpointConditions> conditions();

    /** {@return host name of the endpoint below a headless service} */
    Optional<String> hostname();

    /** {@return node on which the endpoint runs} */
    Optional<String> nodeName();

    /** {@return zone in which the endpoint runs} */
    Optional<String> zone();

    /** {@return object behind the endpoint} */
    Optional<TargetReference> targetRef();

    /** {@return whom the endpoint should serve} */
    Optional<EndpointHints> hints();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return whether the endpoint takes new connections; without conditions it does} */
    default boolean isReady() {
        return conditions().map(EndpointConditions::isReady).orElse(true);
    }

    /** {@return a builder that starts with the content of this value} */
    default EndpointBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EndpointBuilder builder() {
        return new EndpointBuilder();
    }
}
