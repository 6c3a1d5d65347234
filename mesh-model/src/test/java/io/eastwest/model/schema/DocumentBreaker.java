package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Changes an object so that it breaks one constraint. */
final class DocumentBreaker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TWEAKS = 40;

    private final Definition definition;
    private final DocumentMaker maker;
    private final Random random;

    DocumentBreaker(Definition definition, DocumentMaker maker, Random random) {
        this.definition = definition;
        this.maker = maker;
        this.random = random;
    }

    /** A copy that breaks a constraint, or one that does not when there is nothing to change or no luck. */
    ObjectNode broken(ObjectNode document, Constraint constraint) {
        ObjectNode copy = document.deepCopy();
        List<DocumentPath> places = new ArrayList<>(Instances.of(copy, constraint.node()));
        places.removeIf(path -> Instances.get(copy, path).isNull());
        if (places.isEmpty()) {
            return copy;
        }
        DocumentPath place = places.get(random.nextInt(places.size()));
        if (constraint.keyword().startsWith(Constraint.CEL)) {
            return tweaked(document, constraint, place);
        }
        JsonNode value = Instances.get(copy, place);
        JsonNode changed = changed(value, constraint);
        if (!place.isRoot()) {
            replace(copy, place, changed);
        }
        return copy;
    }

    private JsonNode changed(JsonNode value, Constraint constraint) {
        JsonNode schema = constraint.node().schema();
        String keyword = constraint.keyword();
        if (keyword.startsWith(Constraint.REQUIRED)) {
            ((ObjectNode) value).remove(keyword.substring(Constraint.REQUIRED.length()));
            return value;
        }
        return switch (keyword) {
            case "minimum" -> JSON.numberNode(schema.get(keyword).asLong() - 1 - random.nextInt(3));
            case "maximum" -> JSON.numberNode(schema.get(keyword).asLong() + 1 + random.nextInt(3));
            case "minLength" -> JSON.textNode("a".repeat(schema.get(keyword).asInt() - 1));
            case "maxLength" -> JSON.textNode("a".repeat(schema.get(keyword).asInt() + 1));
            case "pattern" -> JSON.textNode(SampleTexts.any(random, true));
            case "enum" -> JSON.textNode("NOPE");
            case "minItems" -> shortened((ArrayNode) value, schema.get(keyword).asInt() - 1);
            case "maxItems" ->
                lengthened((ArrayNode) value, constraint, schema.get(keyword).asInt() + 1);
            case "minProperties" -> ((ObjectNode) value).removeAll();
            case "maxProperties" ->
                filled((ObjectNode) value, constraint, schema.get(keyword).asInt() + 1);
            case Constraint.KEYS -> repeated((ArrayNode) value, constraint);
            default -> withOtherArm((ObjectNode) value, constraint.node());
        };
    }

    private static JsonNode shortened(ArrayNode list, int size) {
        while (list.size() > size) {
            list.remove(list.size() - 1);
        }
        return list;
    }

    private JsonNode lengthened(ArrayNode list, Constraint constraint, int size) {
        SchemaNode element = constraint.node().items();
        List<String> keys = keys(constraint);
        while (list.size() < size && element != null) {
            JsonNode added =
                    list.isEmpty() ? maker.value(element, false) : list.get(0).deepCopy();
            for (String key : keys) {
                ((ObjectNode) added).set(key, other(((ObjectNode) added).get(key), list.size()));
            }
            list.add(added);
        }
        return list;
    }

    private static JsonNode other(@Nullable JsonNode key, int number) {
        boolean text = key == null || key.isTextual();
        return text ? JSON.textNode("k" + number) : JSON.numberNode(number + 1);
    }

    private JsonNode filled(ObjectNode map, Constraint constraint, int size) {
        SchemaNode values = constraint.node().values();
        for (int i = 0; map.size() < size && values != null; i++) {
            map.set("k" + i, i == 0 ? maker.value(values, false) : map.get("k0").deepCopy());
        }
        return map;
    }

    private JsonNode repeated(ArrayNode list, Constraint constraint) {
        SchemaNode element = constraint.node().items();
        if (element == null) {
            return list;
        }
        JsonNode first = list.isEmpty() ? maker.value(element, false) : list.get(0);
        if (list.isEmpty()) {
            list.add(first);
        }
        List<String> keys = keys(constraint);
        if (keys.isEmpty()) {
            return list.add(first.deepCopy());
        }
        ObjectNode added = (ObjectNode) maker.value(element, false);
        keys.forEach(key -> added.set(key, first.path(key)));
        return list.add(added);
    }

    private static List<String> keys(Constraint constraint) {
        List<String> keys = new ArrayList<>();
        constraint.node().schema().path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private JsonNode withOtherArm(ObjectNode object, SchemaNode schema) {
        List<List<String>> unions = Unions.of(schema);
        List<String> arms = unions.get(random.nextInt(unions.size()));
        for (int i = 0; i < 2; i++) {
            String arm = arms.get(random.nextInt(arms.size()));
            SchemaNode below = schema.properties().get(arm);
            if (below != null && !object.has(arm)) {
                object.set(arm, maker.value(below, false));
            }
        }
        return object;
    }

    /** Tries changes at and below a place until the rule is broken, by preference the rule alone. */
    private ObjectNode tweaked(ObjectNode document, Constraint constraint, DocumentPath place) {
        ObjectNode best = document;
        for (int i = 0; i < TWEAKS; i++) {
            ObjectNode copy = document.deepCopy();
            DocumentTweak.apply(copy, constraint.node(), place, maker, random);
            List<Violation> violations = definition.violations(copy);
            boolean breaks =
                    violations.stream().anyMatch(met -> met.constraint().equals(constraint.id()));
            if (breaks && violations.size() == 1) {
                return copy;
            }
            best = breaks ? copy : best;
        }
        return best;
    }

    static void replace(ObjectNode document, DocumentPath path, JsonNode value) {
        JsonNode parent = Instances.get(document, path.parent());
        if (parent instanceof ObjectNode object) {
            object.set(path.lastField(), value);
        } else {
            ((ArrayNode) parent).set(path.lastIndex(), value);
        }
    }
}
