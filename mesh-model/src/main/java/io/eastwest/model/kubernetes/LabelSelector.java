package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A question about labels; all its parts must agree. Without parts it selects everything. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LabelSelectorBuilder.ImmutableLabelSelector.class)
@JsonDeserialize(as = LabelSelectorBuilder.ImmutableLabelSelector.class)
public interface LabelSelector {
    /** {@return labels that must be there with exactly these values} */
    Map<String, String> matchLabels();

    /** {@return further conditions} */
    List<LabelSelectorRequirement> matchExpressions();

    /**
     * Asks the question.
     *
     * @param labels labels of an object
     * @return whether the object is selected
     */
    default boolean matches(Map<String, String> labels) {
        return matchLabels().entrySet().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && matchExpressions().stream().allMatch(requirement -> requirement.matches(labels));
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LabelSelectorBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * Selects by exact values.
     *
     * @param labels labels that must be there with exactly these values
     * @return the selector
     */
    static LabelSelector of(Map<String, String> labels) {
        return builder().putAllMatchLabels(labels).build();
    }

    /** {@return an empty builder} */
    static LabelSelectorBuilder builder() {
        return new LabelSelectorBuilder();
    }
}
