package io.eastwest.routing.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eastwest.routing.balancing.Share;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shapes of single values. */
final class Scalars {
    private static final String TYPE = "type";
    private static final String PATTERN = "pattern";
    private static final String STRING = "string";
    private static final String INTEGER = "integer";
    private static final int LONGEST_NUMBER = 10_000;
    private static final Pattern FRACTION = Pattern.compile("(0|[1-9][0-9]*)/([1-9][0-9]*)");
    private static final Pattern DURATION = Pattern.compile("-?PT[-0-9.HMS]+");

    static final JsonShape TEXT = new ScalarShape(
            "a text",
            value -> TextNode.valueOf((String) value),
            given(JsonNode::isTextual, JsonNode::textValue),
            schema -> schema.put(TYPE, STRING));
    static final JsonShape TRUTH = new ScalarShape(
            "true or false",
            value -> BooleanNode.valueOf((Boolean) value),
            given(JsonNode::isBoolean, JsonNode::booleanValue),
            schema -> schema.put(TYPE, "boolean"));
    static final JsonShape INT = new ScalarShape(
            "a whole number of 32 bits",
            value -> IntNode.valueOf((Integer) value),
            given(node -> node.isIntegralNumber() && node.canConvertToInt(), JsonNode::intValue),
            schema ->
                    schema.put(TYPE, INTEGER).put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE));
    static final JsonShape LONG = new ScalarShape(
            "a whole number of 64 bits",
            value -> LongNode.valueOf((Long) value),
            given(node -> node.isIntegralNumber() && node.canConvertToLong(), JsonNode::longValue),
            schema -> schema.put(TYPE, INTEGER));
    static final JsonShape DOUBLE = new ScalarShape(
            "a number",
            value -> DoubleNode.valueOf((Double) value),
            given(JsonNode::isNumber, JsonNode::doubleValue),
            schema -> schema.put(TYPE, "number"));
    static final JsonShape SHARE = new ScalarShape(
            "a fraction such as \"1/3\"",
            value -> TextNode.valueOf(((Share) value).numerator() + "/" + ((Share) value).denominator()),
            Scalars::share,
            schema -> schema.put(TYPE, STRING).put(PATTERN, '^' + FRACTION.pattern() + '$'));
    static final JsonShape TIME = new ScalarShape(
            "a duration such as \"PT2.5S\"",
            value -> TextNode.valueOf(value.toString()),
            Scalars::duration,
            schema -> schema.put(TYPE, STRING).put(PATTERN, '^' + DURATION.pattern() + '$'));

    private Scalars() {}

    private static Function<JsonNode, Optional<Object>> given(
            Predicate<JsonNode> test, Function<JsonNode, Object> value) {
        return node -> test.test(node) ? Optional.of(value.apply(node)) : Optional.empty();
    }

    private static Optional<Object> share(JsonNode node) {
        return Optional.ofNullable(node.textValue())
                .filter(text -> text.length() <= LONGEST_NUMBER)
                .map(FRACTION::matcher)
                .filter(matcher -> matcher.matches())
                .map(parts -> Share.of(new BigInteger(parts.group(1)), new BigInteger(parts.group(2))));
    }

    private static Optional<Object> duration(JsonNode node) {
        Optional<String> text = Optional.ofNullable(node.textValue())
                .filter(each -> DURATION.matcher(each).matches());
        try {
            return text.map(Duration::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return the shape of the names of constants} */
    static JsonShape constants(Class<?> type) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return new ScalarShape(
                "one of " + byName.keySet(),
                value -> TextNode.valueOf(((Enum<?>) value).name()),
                node -> Optional.ofNullable(node.textValue()).map(byName::get),
                schema -> named(schema, byName));
    }

    private static ObjectNode named(ObjectNode schema, Map<String, Object> byName) {
        byName.keySet().forEach(schema.putArray("enum")::add);
        return schema;
    }
}
