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
import org.immutables.value.Value;

/** Whom an {@link Endpoint} should serve, as computed by Kubernetes. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EndpointHintsBuilder.ImmutableEndpointHints.class)
@JsonDeserialize(as = EndpointHintsBuilder.ImmutableEndpointHints.class)
public interface EndpointHints {
    /** {@return zones whose callers should use the endpoint} */
    List<TopologyHint> forZones();

    /** {@return nodes whose callers should use the endpoint} */
    List<TopologyHint> forNodes();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default EndpointHintsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EndpointHintsBuilder builder() {
        return new EndpointHintsBuilder();
    }
}
