package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named parts of a schema. Used by one schema only. */
final class SchemaDefinitions {
    private final Map<String, ObjectNode> all = new TreeMap<>();

    /** {@return a reference to a part, which is made when it is named for the first time} */
    ObjectNode reference(String name, Supplier<ObjectNode> part) {
        if (!all.containsKey(name)) {
            all.put(name, object());
            all.put(name, part.get());
        }
        return object().put("$ref", "#/$defs/" + name);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode toNode() {
        ObjectNode node = object();
        all.forEach(node::set);
        return node;
    }
}
