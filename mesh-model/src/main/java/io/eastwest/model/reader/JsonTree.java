package io.eastwest.model.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Makes the tree of Jackson from nodes: integers as small as they fit, other numbers as decimals with all their digits. */
final class JsonTree {
    private static final int SURELY_INT = 9;
    private static final int MAYBE_LONG = 20;
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private JsonTree() {}

    static JsonNode of(NodeTree tree, int node) {
        return switch (tree.kind(node)) {
            case OBJECT -> object(tree, node);
            case LIST -> list(tree, node);
            case STRING -> FACTORY.textNode(tree.text(node));
            case INTEGER -> integer(tree.text(node));
            case DECIMAL -> FACTORY.numberNode(new BigDecimal(tree.text(node)));
            case TRUE -> BooleanNode.TRUE;
            case FALSE -> BooleanNode.FALSE;
            case NULL -> NullNode.instance;
        };
    }

    private static ObjectNode object(NodeTree tree, int node) {
        ObjectNode object = FACTORY.objectNode();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            object.set(tree.name(child), of(tree, child));
        }
        return object;
    }

    private static ArrayNode list(NodeTree tree, int node) {
        ArrayNode list = FACTORY.arrayNode();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            list.add(of(tree, child));
        }
        return list;
    }

    private static JsonNode integer(String text) {
        if (text.length() <= SURELY_INT) {
            return FACTORY.numberNode(Integer.parseInt(text));
        }
        BigInteger value = new BigInteger(text);
        int bits = text.length() <= MAYBE_LONG ? value.bitLength() : Long.SIZE;
        if (bits < Integer.SIZE) {
            return FACTORY.numberNode(value.intValue());
        }
        return bits < Long.SIZE ? FACTORY.numberNode(value.longValue()) : FACTORY.numberNode(value);
    }
}
