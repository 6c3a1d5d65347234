package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several values in order.
 *
 * @param element shape of each
 * @param unique whether they are a set
 */
record ListShape(JsonShape element, boolean unique) implements JsonShape {
    @Override
    public JsonNode write(Object value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ((Collection<?>) value).forEach(each -> array.add(element.write(each)));
        return array;
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        if (!node.isArray()) {
            return at.wrongType("a list");
        }
        List<Object> values = new ArrayList<>();
        for (int position = 0; position < node.size(); position++) {
            Object value = element.read(node.get(position), at.index(position));
            if (value != null) {
                values.add(value);
            }
        }
        if (!unique) {
            return values;
        }
        LinkedHashSet<Object> set = new LinkedHashSet<>(values);
        return set.size() == values.size()
                ? set
                : at.wrong(IssueCode.DUPLICATE_ITEM, "two items are equal", "remove one of them");
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        ObjectNode schema = SchemaDefinitions.object().put("type", "array");
        schema.set("items", element.schema(definitions));
        return unique ? schema.put("uniqueItems", true) : schema;
    }
}
