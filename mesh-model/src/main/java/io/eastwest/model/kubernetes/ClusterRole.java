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

/** Permissions in the whole cluster. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClusterRoleBuilder.ImmutableClusterRole.class)
@JsonDeserialize(as = ClusterRoleBuilder.ImmutableClusterRole.class)
public interface ClusterRole extends MeshResource {
    /** {@return the API version that the document states; {@code rbac.authorization.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "rbac.authorization.k8s.io/v1";
    }

    /** {@return {@code ClusterRole}} */
    @Override
    default String kind() {
        return "ClusterRole";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what is allowed} */
    List<PolicyRule> rules();

    /** {@return cluster roles whose rules a controller writes into {@link #rules()}} */
    Optional<AggregationRule> aggregationRule();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default ClusterRoleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ClusterRoleBuilder builder() {
        return new ClusterRoleBuilder();
    }
}
