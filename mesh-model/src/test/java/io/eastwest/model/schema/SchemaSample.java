package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes documents in which every field of a schema is set, each scalar to a value of its own. Where an object is a union
 * (a {@code type} whose values name the other fields, or a rule that at most one of some fields is set), lists get one
 * element for each arm and single objects the arm that the variant picks.
 */
final class SchemaSample {
    /** Enough to see every arm of the unions and both forms of a number or text. */
    static final int VARIANTS = 5;

    private static final Pattern EXCLUSIVE = Pattern.compile("At most one of \\[([^\\]]+)\\] should be set");
    private static final Pattern DURATION =
            Pattern.compile("(?i).*(timeout|delay|duration|interval|rate|backoff)|time");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final int variant;
    private final List<String> leftOut;
    private int counter;

    /** Samples without the fields of the given names, wherever they stand. */
    SchemaSample(int variant, List<String> leftOut) {
        this.variant = variant;
        this.leftOut = leftOut;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, "", variant);
    }

    private JsonNode of(JsonNode schema, String name, int arm) {
        counter++;
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return arm % 2 == 0 ? IntNode.valueOf(counter) : TextNode.valueOf(counter + "%");
        }
        if (schema.has("enum")) {
            JsonNode values = schema.path("enum");
            return values.get(arm % values.size());
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, arm);
            case "array" -> list(schema.path("items"));
            case "integer" -> IntNode.valueOf(counter);
            case "number" -> DoubleNode.valueOf(counter + 0.5);
            case "boolean" -> BooleanNode.valueOf((counter + variant) % 2 == 0);
            case "string" -> text(schema, name);
            default -> NODES.objectNode().put("free", counter);
        };
    }

    private JsonNode text(JsonNode schema, String name) {
        if (schema.path("pattern").asText().contains("(h|m|s|ms)")) {
            return TextNode.valueOf(counter / 60 + 1 + "h" + (counter % 59 + 1) + "m");
        }
        if (DURATION.matcher(name).matches()) {
            return TextNode.valueOf(2 * counter + 1 + "s");
        }
        return schema.path("format").asText().equals("date-time")
                ? TextNode.valueOf("2026-01-01T00:00:00Z")
                : TextNode.valueOf("text " + counter);
    }

    private ObjectNode object(JsonNode schema, int arm) {
        ObjectNode object = NODES.objectNode();
        List<String> arms = arms(schema);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            boolean isArm = arms.stream().anyMatch(name::equalsIgnoreCase);
            if (!leftOut.contains(name) && (!isArm || name.equalsIgnoreCase(arms.get(arm % arms.size())))) {
                object.set(
                        name,
                        isOperator(schema, name) ? TextNode.valueOf("NotIn") : of(property.getValue(), name, arm));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            object.set("key " + counter, of(schema.path("additionalProperties"), "", arm));
        }
        return object;
    }

    /** The operator of a label selector is a closed set that schemas state in words only. */
    private static boolean isOperator(JsonNode schema, String name) {
        return name.equals("operator") && schema.path("properties").has("key");
    }

    private ArrayNode list(JsonNode items) {
        ArrayNode list = NODES.arrayNode();
        int elements = Math.max(
                items.has("enum") ? items.path("enum").size() : 1, arms(items).size());
        for (int arm = 0; arm < elements; arm++) {
            list.add(of(items, "", arms(items).isEmpty() && !items.has("enum") ? variant : arm));
        }
        return list;
    }

    private static List<String> arms(JsonNode schema) {
        for (JsonNode rule : schema.path("x-kubernetes-validations")) {
            Matcher exclusive = EXCLUSIVE.matcher(rule.path("message").asText());
            if (exclusive.matches()) {
                return List.of(exclusive.group(1).split(" "));
            }
        }
        List<String> fields = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(name -> fields.add(name.toLowerCase(Locale.ROOT)));
        List<String> arms = new ArrayList<>();
        for (JsonNode value : schema.path("properties").path("type").path("enum")) {
            if (fields.contains(value.asText().toLowerCase(Locale.ROOT))) {
                arms.add(value.asText());
            }
        }
        return arms;
    }
}
