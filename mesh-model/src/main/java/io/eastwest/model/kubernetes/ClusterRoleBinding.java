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
import org.immutables.value.Value;

/** Gives a {@link ClusterRole} to subjects. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClusterRoleBindingBuilder.ImmutableClusterRoleBinding.class)
@JsonDeserialize(as = ClusterRoleBindingBuilder.ImmutableClusterRoleBinding.class)
public interface ClusterRoleBinding extends MeshResource {
    /** {@return the API version that the document states; {@code rbac.authorization.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "rbac.authorization.k8s.io/v1";
    }

    /** {@return {@code ClusterRoleBinding}} */
    @Override
    default String kind() {
        return "ClusterRoleBinding";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return who gets the role} */
    List<RoleSubject> subjects();

    /** {@return the role; immutable} */
    RoleReference roleRef();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default ClusterRoleBindingBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ClusterRoleBindingBuilder builder() {
        return new ClusterRoleBindingBuilder();
    }
}
