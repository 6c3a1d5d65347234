package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Helm values {@code base}: definitions and validation. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = BaseValuesBuilder.ImmutableBaseValues.class)
@JsonDeserialize(as = BaseValuesBuilder.ImmutableBaseValues.class)
public interface BaseValues {
    /** {@return URL of the validation webhook; empty: a service} */
    Optional<String> validationURL();

    /** {@return root certificate of the validation webhook, in base64} */
    Optional<String> validationCABundle();

    /** {@return names of definitions that are not installed} */
    List<String> excludedCRDs();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default BaseValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static BaseValuesBuilder builder() {
        return new BaseValuesBuilder();
    }
}
