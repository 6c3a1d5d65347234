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

/** Which pods a {@link DaemonSet} keeps. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DaemonSetSpecBuilder.ImmutableDaemonSetSpec.class)
@JsonDeserialize(as = DaemonSetSpecBuilder.ImmutableDaemonSetSpec.class)
public interface DaemonSetSpec {
    /** {@return labels by which its pods are found; immutable} */
    LabelSelector selector();

    /** {@return what its pods look like} */
    PodTemplate template();

    /** {@return how pods are replaced; empty: by a rolling update} */
    Optional<UpdateStrategy> updateStrategy();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default DaemonSetSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static DaemonSetSpecBuilder builder() {
        return new DaemonSetSpecBuilder();
    }
}
