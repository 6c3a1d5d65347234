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

/** Cluster roles whose rules are taken over. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = AggregationRuleBuilder.ImmutableAggregationRule.class)
@JsonDeserialize(as = AggregationRuleBuilder.ImmutableAggregationRule.class)
public interface AggregationRule {
    /** {@return labels of those cluster roles; one match is enough} */
    List<LabelSelector> clusterRoleSelectors();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default AggregationRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static AggregationRuleBuilder builder() {
        return new AggregationRuleBuilder();
    }
}
