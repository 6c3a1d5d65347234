package io.eastwest.model.sail;

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

/** Helm values of the node proxy of the ambient data plane. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ZTunnelValuesBuilder.ImmutableZTunnelValues.class)
@JsonDeserialize(as = ZTunnelValuesBuilder.ImmutableZTunnelValues.class)
public interface ZTunnelValues {
    /** {@return the node proxy} */
    Optional<ZTunnelSettings> ztunnel();

    /** {@return values shared with other charts, kept as they stand} */
    Optional<JsonNode> global();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ZTunnelValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ZTunnelValuesBuilder builder() {
        return new ZTunnelValuesBuilder();
    }
}
