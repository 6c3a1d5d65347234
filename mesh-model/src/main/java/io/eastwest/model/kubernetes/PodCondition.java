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

/** One condition of a {@link Pod}, for example {@code Ready}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PodConditionBuilder.ImmutablePodCondition.class)
@JsonDeserialize(as = PodConditionBuilder.ImmutablePodCondition.class)
public interface PodCondition {
    /** {@return name of the condition} */
    String type();

    /** {@return whether it holds} */
    ConditionStatus status();

    /** {@return machine-readable reason of the last change} */
    Optional<String> reason();

    /** {@return human-readable reason of the last change} */
    Optional<String> message();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PodConditionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PodConditionBuilder builder() {
        return new PodConditionBuilder();
    }
}
