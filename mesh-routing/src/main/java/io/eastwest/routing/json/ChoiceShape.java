package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.IssueCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of object; a field says which.
 *
 * @param name name of its definition in the schema
 * @param types Java types by tag
 * @param arms shapes by tag
 */
record ChoiceShape(String name, Map<String, Class<?>> types, Map<String, ObjectShape> arms) implements JsonShape {
    /** Field that says which kind it is. */
    static final String TAG = "type";

    @Override
    public JsonNode write(Object value) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue().isInstance(value))
                .findFirst()
                .flatMap(entry -> Optional.ofNullable(arms.get(entry.getKey())))
                .orElseThrow(() -> new IllegalStateException("not one of " + types.keySet()))
                .write(value);
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        if (!node.isObject()) {
            return at.wrongType("an object");
        }
        ObjectShape arm = arms.get(node.path(TAG).asText());
        return arm == null
                ? at.field(TAG).wrong(IssueCode.UNKNOWN_ENUM_VALUE, "must be one of " + arms.keySet(), "")
                : arm.read(node, at);
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        return definitions.reference(name, () -> {
            ObjectNode schema = SchemaDefinitions.object();
            ArrayNode choices = schema.putArray("oneOf");
            arms.values().forEach(arm -> choices.add(arm.schema(definitions)));
            return schema;
        });
    }
}
