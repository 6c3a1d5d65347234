package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a definition asks for.
 *
 * @param node the value of the schema
 * @param keyword what is asked for; the field as well for {@code required}, the rule for {@code CEL}
 */
record Constraint(SchemaNode node, String keyword) {
    static final String KEYS = "keys";
    static final String REQUIRED = "required ";
    static final String CEL = "CEL ";

    private static final int COSTLY = 256;
    private static final List<String> KEYWORDS = List.of(
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "enum",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "oneOf",
            "anyOf",
            "allOf");

    static String of(SchemaNode node, String keyword) {
        return node.path() + " " + keyword;
    }

    static String cel(SchemaNode node, String rule) {
        return of(node, CEL + rule);
    }

    /** All constraints of a definition but types. */
    static List<Constraint> all(Definition definition) {
        List<Constraint> all = new ArrayList<>();
        definition.root().forEach(node -> {
            JsonNode schema = node.schema();
            KEYWORDS.stream()
                    .filter(keyword -> schema.has(keyword) && isBreakable(node, keyword))
                    .forEach(keyword -> all.add(new Constraint(node, keyword)));
            if (schema.path("format").asText().equals("byte")) {
                all.add(new Constraint(node, "pattern"));
            }
            for (JsonNode name : schema.path("required")) {
                SchemaNode field = node.properties().get(name.asText());
                if (field != null && !field.schema().has("default")) {
                    all.add(new Constraint(node, REQUIRED + name.asText()));
                }
            }
            String list = schema.path("x-kubernetes-list-type").asText();
            if (list.equals("map") || list.equals("set")) {
                all.add(new Constraint(node, KEYS));
            }
            definition.celRules(node).stream()
                    .filter(rule -> !rule.matches("\\(has\\(self\\.\\w+\\)\\?1:0\\) <= 1")) // always holds
                    .forEach(rule -> all.add(new Constraint(node, CEL + rule)));
        });
        return all;
    }

    /** A union of one arm always holds, and so do the type of an integer or text and a length of 0 or more. */
    private static boolean isBreakable(SchemaNode node, String keyword) {
        boolean oneArm = keyword.equals("oneOf") && node.schema().path(keyword).size() < 3;
        boolean noLength =
                keyword.equals("minLength") && node.schema().path(keyword).asInt() == 0;
        return !oneArm && !noLength && !(node.isIntOrString() && keyword.equals("anyOf"));
    }

    /** Whether it takes a large object to break it. */
    boolean isCostly() {
        return keyword.startsWith("max") && node.schema().path(keyword).asLong() > COSTLY && !keyword.equals("maximum");
    }

    /** As a {@link Violation} names it. */
    String id() {
        return of(node, keyword);
    }

    @Override
    public String toString() {
        return id();
    }
}
