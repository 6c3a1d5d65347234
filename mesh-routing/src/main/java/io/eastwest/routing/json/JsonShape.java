package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** How the values of one type look as JSON. Immutable and thread-safe. */
interface JsonShape {
    /** {@return the value as JSON} */
    JsonNode write(Object value);

    /** {@return the value that a node stands for; null: something is wrong with the node, and the reading knows what} */
    @Nullable
    Object read(JsonNode node, JsonReading at);

    /**
     * {@return the schema of the node}
     *
     * @param definitions takes the schemas that this one refers to
     */
    ObjectNode schema(SchemaDefinitions definitions);
}
