package io.eastwest.model.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a word as the constant that has it as its name, or as its {@link JsonProperty}. */
final class EnumReading implements ValueReader {
    private final Map<String, Object> constants;

    EnumReading(Class<?> type) {
        this.constants = constants(type);
    }

    private static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(wireName(type, ((Enum<?>) constant).name()), constant);
        }
        return constants;
    }

    private static String wireName(Class<?> type, String constant) {
        try {
            JsonProperty property = type.getField(constant).getAnnotation(JsonProperty.class);
            return property == null || property.value().isEmpty() ? constant : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(type + " has lost its constant " + constant, e);
        }
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) != NodeKind.STRING) {
            problems.wrongType(node, "a string, " + IssueText.oneOf(constants.keySet()) + ",");
            return null;
        }
        Object constant = constants.get(tree.text(node));
        if (constant == null) {
            problems.fail(
                    IssueCode.UNKNOWN_ENUM_VALUE,
                    node,
                    IssueText.quote(tree.text(node)) + " is not a known value",
                    "write " + IssueText.oneOf(constants.keySet()));
        }
        return constant;
    }
}
