package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The definition of a custom kind. Only its name and its annotations are looked into. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = CustomResourceDefinitionBuilder.ImmutableCustomResourceDefinition.class)
@JsonDeserialize(as = CustomResourceDefinitionBuilder.ImmutableCustomResourceDefinition.class)
public interface CustomResourceDefinition extends MeshResource {
    /** {@return the API version that the document states; {@code apiextensions.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "apiextensions.k8s.io/v1";
    }

    /** {@return {@code CustomResourceDefinition}} */
    @Override
    default String kind() {
        return "CustomResourceDefinition";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return the definition, kept as it stands; empty when the document has no {@code spec}} */
    Optional<JsonNode> spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default CustomResourceDefinitionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static CustomResourceDefinitionBuilder builder() {
        return new CustomResourceDefinitionBuilder();
    }
}
