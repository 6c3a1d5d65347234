package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Writes a structural schema of Kubernetes as a JSON schema: what is nullable, an integer or a text, of 32 bits. */
final class JsonSchemaForm {
    private static final List<String> SAME = List.of(
            "type",
            "enum",
            "required",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "oneOf",
            "anyOf",
            "allOf",
            "not");
    /** What the API server takes for base64: not an empty text. */
    private static final String BASE64 = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$";

    private JsonSchemaForm() {}

    static ObjectNode of(JsonNode structural) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        SAME.stream().filter(structural::has).forEach(keyword -> schema.set(keyword, structural.get(keyword)));
        for (Map.Entry<String, JsonNode> property :
                structural.path("properties").properties()) {
            schema.withObject("properties").set(property.getKey(), of(property.getValue()));
        }
        for (String each : List.of("items", "additionalProperties")) {
            if (structural.path(each).isObject()) {
                schema.set(each, of(structural.get(each)));
            }
        }
        if (structural.path("x-kubernetes-int-or-string").asBoolean()) {
            schema.remove("anyOf");
            schema.putArray("type").add("integer").add("string");
        }
        bound(schema, structural.path("format").asText());
        if (structural.path("nullable").asBoolean()) {
            allowNull(schema);
        }
        return schema;
    }

    private static void bound(ObjectNode schema, String format) {
        switch (format) {
            case "int32" -> bound(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> bound(schema, Long.MIN_VALUE, Long.MAX_VALUE);
            case "byte" -> schema.put("pattern", BASE64);
            default -> {
                // double and date-time bound nothing here
            }
        }
    }

    private static void bound(ObjectNode schema, long least, long most) {
        if (!schema.has("minimum")) {
            schema.put("minimum", least);
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", most);
        }
    }

    private static void allowNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
        } else if (schema.path("type") instanceof ArrayNode types) {
            types.add("null");
        }
        if (schema.path("enum") instanceof ArrayNode words) {
            schema.set("enum", words.deepCopy().addNull());
        }
    }
}
