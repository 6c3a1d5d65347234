package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Anything that JSON can say: texts, truth values, numbers, lists and maps with sorted keys. A whole number is read as the smallest
 * of {@code Integer}, {@code Long} and {@code BigInteger} that holds it, another number as {@code Double} unless that would change
 * it.
 */
enum AnyShape implements JsonShape {
    /** The only one. */
    ANY;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public JsonNode write(Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(element == null ? NODES.nullNode() : write(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each == null ? NODES.nullNode() : write(each)));
            ObjectNode object = NODES.objectNode();
            sorted.forEach(object::set);
            return object;
        }
        throw new IllegalArgumentException(
                "not a value of JSON: " + value.getClass().getName());
    }

    private static JsonNode number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return NODES.numberNode(number.doubleValue());
        }
        BigDecimal exact = new BigDecimal(number.toString());
        boolean whole = !(number instanceof BigDecimal) || exact.scale() <= 0;
        return whole ? NODES.numberNode(exact.toBigIntegerExact()) : NODES.numberNode(exact);
    }

    @Override
    public @Nullable Object read(JsonNode node, JsonReading at) {
        return node.isNull() ? at.wrongType("a value, not null") : value(node);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new TreeMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isIntegralNumber()) {
            return whole(node.bigIntegerValue());
        }
        if (node.isNumber()) {
            double nearest = node.doubleValue();
            boolean same = Double.isFinite(nearest)
                    && new BigDecimal(Double.toString(nearest)).compareTo(node.decimalValue()) == 0;
            return same ? (Object) nearest : node.decimalValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    private static Object whole(BigInteger number) {
        int bits = number.bitLength();
        if (bits < Integer.SIZE) {
            return number.intValueExact();
        }
        return bits < Long.SIZE ? (Object) number.longValueExact() : number;
    }

    @Override
    public ObjectNode schema(SchemaDefinitions definitions) {
        return SchemaDefinitions.object();
    }
}
