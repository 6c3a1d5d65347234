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

/** How the pods of a controller are replaced by new ones. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = UpdateStrategyBuilder.ImmutableUpdateStrategy.class)
@JsonDeserialize(as = UpdateStrategyBuilder.ImmutableUpdateStrategy.class)
public interface UpdateStrategy {
    /** {@return {@code RollingUpdate}, {@code Recreate} or {@code OnDelete}; empty: RollingUpdate} */
    Optional<String> type();

    /** {@return limits of a rolling update; empty: decided by Kubernetes} */
    Optional<RollingUpdate> rollingUpdate();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default UpdateStrategyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static UpdateStrategyBuilder builder() {
        return new UpdateStrategyBuilder();
    }
}
