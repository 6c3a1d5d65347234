package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which fields of an object exclude each other, or belong to a word of another field. */
final class Unions {
    private static final Pattern HAS = Pattern.compile("has\\(self\\.([A-Za-z_]+)\\)");
    private static final Pattern ONE_OF_TWO =
            Pattern.compile("has\\(self\\.(\\w+)\\) (?:!=|\\|\\|) has\\(self\\.(\\w+)\\)");
    private static final Pattern ARM =
            Pattern.compile("!\\(!has\\(self\\.(?<arm>\\w+)\\) && self\\.(?<by>\\w+) == '(?<word>\\w+)'\\)"
                    + "|self\\.(?<by2>\\w+) == '(?<word2>\\w+)' \\? has\\(self\\.(?<arm2>\\w+)\\).*");

    private Unions() {}

    /** Sets the field that goes with the word of another field, and takes away those of the other words. */
    static void settle(SchemaNode schema, ObjectNode object, Function<SchemaNode, JsonNode> maker) {
        for (JsonNode validation : schema.schema().path("x-kubernetes-validations")) {
            Matcher arm = ARM.matcher(validation.path("rule").asText());
            if (arm.matches()) {
                boolean first = arm.group("arm") != null;
                String name = arm.group(first ? "arm" : "arm2");
                boolean chosen = object.path(arm.group(first ? "by" : "by2"))
                        .asText()
                        .equals(arm.group(first ? "word" : "word2"));
                SchemaNode below = schema.properties().get(name);
                if (!chosen) {
                    object.remove(name);
                } else if (!object.has(name) && below != null) {
                    object.set(name, maker.apply(below));
                }
            }
        }
    }

    /** Pairs of fields of which one must be set. */
    static List<List<String>> needed(SchemaNode schema) {
        List<List<String>> needed = new ArrayList<>();
        for (JsonNode validation : schema.schema().path("x-kubernetes-validations")) {
            Matcher pair = ONE_OF_TWO.matcher(validation.path("rule").asText());
            if (pair.matches()) {
                needed.add(List.of(pair.group(1), pair.group(2)));
            }
        }
        return needed;
    }

    /** Fields of which at most one may be set, as unions and rules in CEL say. */
    static List<List<String>> of(SchemaNode schema) {
        List<List<String>> unions = new ArrayList<>();
        add(schema.schema(), unions);
        schema.schema().path("allOf").forEach(each -> add(each, unions));
        for (JsonNode validation : schema.schema().path("x-kubernetes-validations")) {
            String rule = validation.path("rule").asText();
            Matcher has = HAS.matcher(rule);
            List<String> arms = new ArrayList<>();
            while (has.find()) {
                arms.add(has.group(1));
            }
            boolean known = unions.stream().anyMatch(union -> union.containsAll(arms));
            if (!known && arms.size() > 1 && (rule.endsWith("<= 1") || rule.endsWith("!= has(self.lua)"))) {
                unions.add(arms);
            }
        }
        return unions;
    }

    private static void add(JsonNode schema, List<List<String>> unions) {
        List<String> arms = new ArrayList<>();
        schema.path("oneOf").forEach(arm -> arm.path("required").forEach(name -> arms.add(name.asText())));
        if (arms.size() > 1) {
            unions.add(arms);
        }
    }
}
