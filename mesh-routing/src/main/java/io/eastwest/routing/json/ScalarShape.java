package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A single text, number or truth value.
 *
 * @param wanted what a node must be, for messages
 * @param writer makes the node
 * @param reader reads a node; empty: it is something else
 * @param keywords fills in the schema
 */
record ScalarShape(
        String wanted,
        Function<Object, JsonNode> writer,
        Function<JsonNode, Optional<Object>> reader,
        UnaryOperator<ObjectNode> keywords)
        implements JsonShape {
    @Override
    public JsonNode write(Object value) {
        return writer.apply(value);
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        return reader.apply(node).orElseGet(() -> at.wrongType(wanted));
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        return keywords.apply(SchemaDefinitions.object());
    }
}
