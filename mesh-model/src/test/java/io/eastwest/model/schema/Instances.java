package io.eastwest.model.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an object that have a schema. */
final class Instances {
    private Instances() {}

    static List<DocumentPath> of(JsonNode document, SchemaNode wanted) {
        List<SchemaNode> way = new ArrayList<>();
        for (SchemaNode node = wanted; node.parent() != null; node = node.parent()) {
            way.add(0, node);
        }
        List<DocumentPath> found = new ArrayList<>();
        collect(document, DocumentPath.root(), way, found);
        return found;
    }

    private static void collect(JsonNode value, DocumentPath path, List<SchemaNode> way, List<DocumentPath> found) {
        if (way.isEmpty()) {
            found.add(path);
            return;
        }
        String step = way.get(0).path();
        List<SchemaNode> rest = way.subList(1, way.size());
        if (step.endsWith("[]")) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), path.index(i), rest, found);
            }
        } else if (step.endsWith("{}")) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                collect(entry.getValue(), path.field(entry.getKey()), rest, found);
            }
        } else {
            String name = step.substring(step.lastIndexOf('.') + 1);
            if (value.has(name)) {
                collect(value.get(name), path.field(name), rest, found);
            }
        }
    }

    /** The value at a path that is there. */
    static JsonNode get(JsonNode document, DocumentPath path) {
        return requireNonNull(find(document, path), () -> "nothing at " + path);
    }

    static @Nullable JsonNode find(JsonNode document, DocumentPath path) {
        JsonNode value = document;
        for (DocumentPath step : path.steps()) {
            value = step.isIndex() ? value.path(step.lastIndex()) : value.path(step.lastField());
        }
        return value.isMissingNode() ? null : value;
    }
}
