package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, written in the order of the names.
 *
 * @param element shape of each value
 */
record MapShape(JsonShape element) implements JsonShape {
    @Override
    public JsonNode write(Object value) {
        Map<String, Object> sorted = new TreeMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> sorted.put((String) name, each));
        ObjectNode object = SchemaDefinitions.object();
        sorted.forEach((name, each) -> object.set(name, element.write(each)));
        return object;
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        if (!node.isObject()) {
            return at.wrongType("an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Object value = element.read(entry.getValue(), at.field(entry.getKey()));
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        });
        return values;
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.object().put("type", "object");
        schema.set("additionalProperties", element.schema(definitions));
        return schema;
    }
}
