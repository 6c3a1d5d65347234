package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** One condition of a {@link LabelSelector}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LabelSelectorRequirementBuilder.ImmutableLabelSelectorRequirement.class)
@JsonDeserialize(as = LabelSelectorRequirementBuilder.ImmutableLabelSelectorRequirement.class)
public interface LabelSelectorRequirement {
    /** {@return name of the label} */
    String key();

    /** {@return how the label is compared} */
    LabelSelectorOperator operator();

    /** {@return values to compare with; none for Exists and DoesNotExist} */
    List<String> values();

    /**
     * Tests labels. Mirrors kubernetes {@code labels.Requirement.Matches}.
     *
     * @param labels labels of an object
     * @return whether they meet the condition
     */
    default boolean matches(Map<String, String> labels) {
        String value = labels.get(key());
        return switch (operator()) {
            case In -> value != null && values().contains(value);
            case NotIn -> value == null || !values().contains(value);
            case Exists -> value != null;
            case DoesNotExist -> value == null;
        };
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LabelSelectorRequirementBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LabelSelectorRequirementBuilder builder() {
        return new LabelSelectorRequirementBuilder();
    }
}
