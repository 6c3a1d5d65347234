package io.eastwest.model.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Parts of a mesh configuration that have no type: fields may be spelt as in JSON or as in the protocol buffers. */
final class ProtoTree {
    private ProtoTree() {}

    static boolean has(JsonNode message, String field) {
        return !get(message, field).isMissingNode() && !get(message, field).isNull();
    }

    /** The text of a field; empty when it is not there. */
    static String text(JsonNode message, String field) {
        return get(message, field).asText("");
    }

    /** The number of a field, which may be quoted; 0 when it is not there. */
    static long number(JsonNode message, String field) {
        return get(message, field).asLong(0);
    }

    private static JsonNode get(JsonNode message, String field) {
        JsonNode value = message.path(field);
        return value.isMissingNode() ? message.path(protoName(field)) : value;
    }

    private static String protoName(String field) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            name.append(Character.isUpperCase(c) ? "_" : "").append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
