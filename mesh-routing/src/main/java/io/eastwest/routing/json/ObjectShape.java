package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value with fields. What is empty is not written.
 *
 * @param name name of its definition in the schema
 * @param tag what the field {@link ChoiceShape#TAG} says; empty text: there is none
 * @param fields its fields in the order in which they are written
 * @param maker makes the value of what the fields hold, in the same order
 */
record ObjectShape(String name, String tag, List<JsonField> fields, Maker maker) implements JsonShape {
    /** Makes a value. */
    interface Maker {
        /** {@return the value} */
        Object make(Object[] parts) throws ReflectiveOperationException;
    }

    @Override
    public JsonNode write(Object value) {
        ObjectNode object = SchemaDefinitions.object();
        if (!tag.isEmpty()) {
            object.put(ChoiceShape.TAG, tag);
        }
        fields.forEach(field -> field.write(value, object));
        return object;
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        if (!node.isObject()) {
            return at.wrongType("an object");
        }
        int before = at.problems();
        node.fieldNames().forEachRemaining(given -> {
            if (!isKnown(given)) {
                at.field(given).wrong(IssueCode.UNKNOWN_FIELD, "field is not known", "use one of " + names());
            }
        });
        @Nullable Object[] parts = new Object[fields.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = fields.get(i).read(node, at);
        }
        return at.problems() == before ? make(parts, at) : null;
    }

    private boolean isKnown(String given) {
        return (!tag.isEmpty() && given.equals(ChoiceShape.TAG))
                || fields.stream().anyMatch(field -> field.name().equals(given));
    }

    private List<String> names() {
        return fields.stream().map(JsonField::name).toList();
    }

    private @Nullable Object make(@Nullable Object[] parts, JsonReading at) {
        try {
            Object[] complete = parts.clone();
            return maker.make(complete);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return at.wrong(IssueCode.INVALID_VALUE, String.valueOf(cause.getMessage()), "");
        }
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        return definitions.reference(name, () -> whole(definitions));
    }

    private ObjectNode whole(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        if (!tag.isEmpty()) {
            properties.putObject(ChoiceShape.TAG).put("const", tag);
            required.add(ChoiceShape.TAG);
        }
        for (JsonField field : fields) {
            properties.set(field.name(), field.shape().schema(definitions));
            if (field.presence() == JsonField.Presence.REQUIRED) {
                required.add(field.name());
            }
        }
        return schema.put("additionalProperties", false);
    }
}
