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
 * A namespace. Its labels switch injection and the ambient data plane on, choose a control plane revision and, on the
 * root namespace of the mesh, name the network of the cluster. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = NamespaceBuilder.ImmutableNamespace.class)
@JsonDeserialize(as = NamespaceBuilder.ImmutableNamespace.class)
public interface Namespace extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code Namespace}} */
    @Override
    default String kind() {
        return "Namespace";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return the finalizers; empty when the document has no {@code spec}} */
    Optional<NamespaceSpec> spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default NamespaceBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a namespace without labels}
     *
     * @param name its name
     */
    static Namespace of(String name) {
        return builder().metadata(ObjectMeta.of(name)).build();
    }

    /** {@return a builder in which nothing is set} */
    static NamespaceBuilder builder() {
        return new NamespaceBuilder();
    }
}
