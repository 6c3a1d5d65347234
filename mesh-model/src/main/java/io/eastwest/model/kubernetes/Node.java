package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A machine of a cluster. Its labels name region, zone and subzone of the pods that run on it. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = NodeBuilder.ImmutableNode.class)
@JsonDeserialize(as = NodeBuilder.ImmutableNode.class)
public interface Node extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code Node}} */
    @Override
    default String kind() {
        return "Node";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what Kubernetes reported; empty when the document has no {@code status}} */
    Optional<NodeStatus> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return the reported addresses, empty when there are none} */
    default List<NodeAddress> addresses() {
        return status().map(NodeStatus::addresses).orElse(List.of());
    }

    /** {@return a builder that starts with the content of this object} */
    default NodeBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static NodeBuilder builder() {
        return new NodeBuilder();
    }
}
