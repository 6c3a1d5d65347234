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

/**
 * Helm values {@code pilot.taint}: removal of node taints once the CNI plugin is ready. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PilotTaintValuesBuilder.ImmutablePilotTaintValues.class)
@JsonDeserialize(as = PilotTaintValuesBuilder.ImmutablePilotTaintValues.class)
public interface PilotTaintValues {
    /** {@return whether it is on; empty: no} */
    Optional<Boolean> enabled();

    /** {@return namespace of the CNI plugin; empty: that of the control plane} */
    Optional<String> namespace();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PilotTaintValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PilotTaintValuesBuilder builder() {
        return new PilotTaintValuesBuilder();
    }
}
