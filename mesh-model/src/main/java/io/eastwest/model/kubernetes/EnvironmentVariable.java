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

/** An environment variable of a {@link Container}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvironmentVariableBuilder.ImmutableEnvironmentVariable.class)
@JsonDeserialize(as = EnvironmentVariableBuilder.ImmutableEnvironmentVariable.class)
public interface EnvironmentVariable {
    /** {@return name of the variable} */
    String name();

    /** {@return value; empty: an empty text, or taken from {@link #valueFrom()}} */
    Optional<String> value();

    /** {@return source of the value: a field, a ConfigMap or a Secret} */
    Optional<JsonNode> valueFrom();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default EnvironmentVariableBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EnvironmentVariableBuilder builder() {
        return new EnvironmentVariableBuilder();
    }
}
