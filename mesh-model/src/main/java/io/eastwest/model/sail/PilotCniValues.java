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

/** Helm values {@code pilot.cni}: redirection of traffic by the CNI plugin. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PilotCniValuesBuilder.ImmutablePilotCniValues.class)
@JsonDeserialize(as = PilotCniValuesBuilder.ImmutablePilotCniValues.class)
public interface PilotCniValues {
    /** {@return whether sidecars rely on it; empty: no} */
    Optional<Boolean> enabled();

    /** {@return {@code default} or {@code multus}; empty: default} */
    Optional<String> provider();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PilotCniValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PilotCniValuesBuilder builder() {
        return new PilotCniValuesBuilder();
    }
}
