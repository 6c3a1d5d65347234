package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One value of a structural schema, with its way down from the top: {@code .spec.http[].match[].headers{}}. */
final class SchemaNode {
    private final String path;
    private final @Nullable SchemaNode parent;
    private final JsonNode schema;
    private final Map<String, SchemaNode> properties = new LinkedHashMap<>();
    private final @Nullable SchemaNode items;
    private final @Nullable SchemaNode values;

    private SchemaNode(String path, @Nullable SchemaNode parent, JsonNode schema, List<String> leftOut) {
        this.path = path;
        this.parent = parent;
        this.schema = schema;
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String below = path + "." + property.getKey();
            if (!leftOut.contains(below)) {
                properties.put(property.getKey(), new SchemaNode(below, this, property.getValue(), leftOut));
            }
        }
        JsonNode element = schema.path("items");
        items = element.isObject() ? new SchemaNode(path + "[]", this, element, leftOut) : null;
        JsonNode value = schema.path("additionalProperties");
        values = value.isObject() ? new SchemaNode(path + "{}", this, value, leftOut) : null;
    }

    /** The top of a schema, without the fields at some paths. */
    static SchemaNode of(JsonNode schema, List<String> leftOut) {
        return new SchemaNode("", null, schema, leftOut);
    }

    String path() {
        return path;
    }

    JsonNode schema() {
        return schema;
    }

    Map<String, SchemaNode> properties() {
        return properties;
    }

    @Nullable
    SchemaNode items() {
        return items;
    }

    @Nullable
    SchemaNode values() {
        return values;
    }

    @Nullable
    SchemaNode parent() {
        return parent;
    }

    /** The schema of a field; null when the schema does not know it. */
    @Nullable
    SchemaNode field(String name) {
        SchemaNode property = properties.get(name);
        return property == null ? values : property;
    }

    boolean isNullable() {
        return schema.path("nullable").asBoolean();
    }

    String type() {
        return schema.path("type").asText();
    }

    boolean isIntOrString() {
        return schema.path("x-kubernetes-int-or-string").asBoolean();
    }

    void forEach(Consumer<SchemaNode> action) {
        action.accept(this);
        properties.values().forEach(property -> property.forEach(action));
        if (items != null) {
            items.forEach(action);
        }
        if (values != null) {
            values.forEach(action);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
