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

/** The object behind an {@link Endpoint}, as a rule a pod. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TargetReferenceBuilder.ImmutableTargetReference.class)
@JsonDeserialize(as = TargetReferenceBuilder.ImmutableTargetReference.class)
public interface TargetReference {
    /** {@return kind of the object, for example {@code Pod}} */
    Optional<String> kind();

    /** {@return namespace of the object} */
    Optional<String> namespace();

    /** {@return name of the object} */
    Optional<String> name();

    /** {@return unique id of the object} */
    Optional<String> uid();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default TargetReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static TargetReferenceBuilder builder() {
        return new TargetReferenceBuilder();
    }
}
