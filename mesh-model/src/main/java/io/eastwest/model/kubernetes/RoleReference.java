package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/** The role that a {@link ClusterRoleBinding} gives. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RoleReferenceBuilder.ImmutableRoleReference.class)
@JsonDeserialize(as = RoleReferenceBuilder.ImmutableRoleReference.class)
public interface RoleReference {
    /** {@return API group, {@code rbac.authorization.k8s.io}} */
    String apiGroup();

    /** {@return {@code ClusterRole}} */
    String kind();

    /** {@return name of the role} */
    String name();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RoleReferenceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RoleReferenceBuilder builder() {
        return new RoleReferenceBuilder();
    }
}
