package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Verbs that a {@link ClusterRole} allows on resources. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PolicyRuleBuilder.ImmutablePolicyRule.class)
@JsonDeserialize(as = PolicyRuleBuilder.ImmutablePolicyRule.class)
public interface PolicyRule {
    /** {@return API groups; empty text for the core group, {@code *} for all} */
    List<String> apiGroups();

    /** {@return plural names of kinds, perhaps with a subresource; {@code *} for all} */
    List<String> resources();

    /** {@return names of the objects; empty: all} */
    List<String> resourceNames();

    /** {@return paths of the API server that are no resources} */
    List<String> nonResourceURLs();

    /** {@return what is allowed, for example {@code get}; {@code *} for everything} */
    List<String> verbs();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PolicyRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PolicyRuleBuilder builder() {
        return new PolicyRuleBuilder();
    }
}
