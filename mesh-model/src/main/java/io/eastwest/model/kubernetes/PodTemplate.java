package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the pods of a controller look like. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PodTemplateBuilder.ImmutablePodTemplate.class)
@JsonDeserialize(as = PodTemplateBuilder.ImmutablePodTemplate.class)
public interface PodTemplate {
    /** {@return labels and annotations of the pods; empty when the document has none} */
    Optional<TemplateMeta> metadata();

    /** {@return what the pods run; empty when the document has no {@code spec}} */
    Optional<PodSpec> spec();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return the labels of the pods, empty when there are none} */
    default Map<String, String> labels() {
        return metadata().map(TemplateMeta::labels).orElseGet(Collections::emptyMap);
    }

    /** {@return a builder that starts with the content of this value} */
    default PodTemplateBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PodTemplateBuilder builder() {
        return new PodTemplateBuilder();
    }
}
