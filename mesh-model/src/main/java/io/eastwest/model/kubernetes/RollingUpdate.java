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

/** How many pods of a controller may be new or gone while it is updated. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RollingUpdateBuilder.ImmutableRollingUpdate.class)
@JsonDeserialize(as = RollingUpdateBuilder.ImmutableRollingUpdate.class)
public interface RollingUpdate {
    /** {@return pods beyond the wanted number, as a number or a percentage; empty: decided by Kubernetes} */
    Optional<IntOrString> maxSurge();

    /** {@return missing pods, as a number or a percentage; empty: decided by Kubernetes} */
    Optional<IntOrString> maxUnavailable();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RollingUpdateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RollingUpdateBuilder builder() {
        return new RollingUpdateBuilder();
    }
}
