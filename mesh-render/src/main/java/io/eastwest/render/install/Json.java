package io.eastwest.render.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Short words for JSON that is not modelled. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static JsonNode of(boolean value) {
        return NODES.booleanNode(value);
    }

    static JsonNode of(String value) {
        return NODES.textNode(value);
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array(JsonNode... items) {
        ArrayNode array = NODES.arrayNode();
        for (JsonNode item : items) {
            array.add(item);
        }
        return array;
    }

    static ArrayNode texts(String... items) {
        ArrayNode array = NODES.arrayNode();
        for (String item : items) {
            array.add(item);
        }
        return array;
    }
}
