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

/** Somebody who gets a role. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RoleSubjectBuilder.ImmutableRoleSubject.class)
@JsonDeserialize(as = RoleSubjectBuilder.ImmutableRoleSubject.class)
public interface RoleSubject {
    /** {@return {@code ServiceAccount}, {@code User} or {@code Group}} */
    String kind();

    /** {@return API group; empty for a service account} */
    Optional<String> apiGroup();

    /** {@return name} */
    String name();

    /** {@return namespace of a service account} */
    Optional<String> namespace();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default RoleSubjectBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static RoleSubjectBuilder builder() {
        return new RoleSubjectBuilder();
    }
}
