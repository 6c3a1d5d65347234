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

/** A feature of the charts that can be switched on. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnabledValueBuilder.ImmutableEnabledValue.class)
@JsonDeserialize(as = EnabledValueBuilder.ImmutableEnabledValue.class)
public interface EnabledValue {
    /** {@return whether it is on; empty: decided by the chart} */
    Optional<Boolean> enabled();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default EnabledValueBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EnabledValueBuilder builder() {
        return new EnabledValueBuilder();
    }
}
