package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Short words for facts. */
final class Facts {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Facts() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode texts(String... texts) {
        ArrayNode array = NODES.arrayNode();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }

    static ObjectNode texts(Map<String, String> texts) {
        ObjectNode object = NODES.objectNode();
        texts.forEach(object::put);
        return object;
    }

    static ObjectNode pairs(String... keysAndValues) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    static ForecastObject of(String kind, String namespace, String name, JsonNode facts) {
        return ForecastObject.builder()
                .kind(kind)
                .namespace(namespace)
                .name(name)
                .facts(facts)
                .build();
    }
}
