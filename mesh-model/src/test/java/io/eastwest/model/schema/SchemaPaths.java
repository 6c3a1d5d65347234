package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a schema as paths, {@code []} for every element of a list. */
final class SchemaPaths {
    private SchemaPaths() {}

    static List<String> of(JsonNode schema) {
        List<String> paths = new ArrayList<>();
        collect(schema, "", paths);
        return paths;
    }

    private static void collect(JsonNode schema, String base, List<String> paths) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String path = base.isEmpty() ? property.getKey() : base + "." + property.getKey();
            paths.add(path);
            collect(property.getValue(), path, paths);
        }
        if (schema.has("items")) {
            collect(schema.path("items"), base + "[]", paths);
        }
    }
}
