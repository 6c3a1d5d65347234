package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes objects at random from a definition; those that the definition takes by cutting off what it refuses. */
final class DocumentMaker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int REPAIRS = 12;

    private final Definition definition;
    private final Random random;
    private final Consumer<ObjectNode> settler;
    private int fullness;

    /**
     * Makes objects of a definition.
     *
     * @param settler sets values that must fit together and hardly do by chance
     */
    DocumentMaker(Definition definition, Random random, Consumer<ObjectNode> settler) {
        this.definition = definition;
        this.random = random;
        this.settler = settler;
    }

    /** An object that the definition takes. */
    ObjectNode valid() {
        return valid(null, 1);
    }

    /** An object that the definition takes and that has a value of this schema, if that can be made in some tries. */
    ObjectNode valid(@Nullable SchemaNode wanted, int tries) {
        ObjectNode document = make(wanted);
        for (int i = 1;
                i < tries && wanted != null && Instances.of(document, wanted).isEmpty();
                i++) {
            document = make(wanted);
        }
        return document;
    }

    private ObjectNode make(@Nullable SchemaNode wanted) {
        fullness = 1 + random.nextInt(5);
        Set<SchemaNode> way = new LinkedHashSet<>();
        for (SchemaNode node = wanted; node != null; node = node.parent()) {
            way.add(node);
        }
        ObjectNode document = object(definition.root(), way, 0);
        String version = definition.source().group() + "/" + definition.source().version();
        document.put("apiVersion", version).put("kind", definition.source().kind());
        document.putObject("metadata").put("name", random.nextInt(4) == 0 ? "a" : "default");
        settler.accept(document);
        for (int i = 0; i < REPAIRS; i++) {
            List<Violation> violations = definition.violations(document);
            if (violations.isEmpty()) {
                return document;
            }
            for (Violation violation : violations) {
                cut(document, violation.path());
            }
        }
        return document;
    }

    /**
     * Takes a value out, or what it should stand in when it is not there; of an object sometimes one field only, and
     * always of the specification.
     */
    private void cut(ObjectNode document, DocumentPath path) {
        JsonNode value = path.isRoot() ? document.path("spec") : Instances.find(document, path);
        boolean top = path.steps().size() < 2;
        if (value instanceof ObjectNode object && object.size() > 1 && (top || random.nextBoolean())) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.remove(names.get(random.nextInt(names.size())));
            return;
        }
        JsonNode parent = Instances.find(document, path.parent());
        if (parent instanceof ObjectNode object) {
            object.remove(path.lastField());
        } else if (parent instanceof ArrayNode list && list.has(path.lastIndex())) {
            list.remove(path.lastIndex());
        }
    }

    /** A value of a schema; a wild one is not kept from breaking rules. */
    JsonNode value(SchemaNode schema, boolean wild) {
        fullness = 2;
        return value(schema, Set.of(), 0, wild);
    }

    private JsonNode value(SchemaNode schema, Set<SchemaNode> way, int depth, boolean wild) {
        JsonNode node = schema.schema();
        if (node.has("enum")) {
            return node.get("enum").get(random.nextInt(node.get("enum").size()));
        }
        if (schema.isIntOrString()) {
            boolean number = random.nextBoolean();
            return number ? JSON.numberNode(random.nextInt(100)) : JSON.textNode(text(schema, wild));
        }
        return switch (schema.type()) {
            case "object" -> object(schema, way, depth, wild);
            case "array" -> list(schema, way, depth, wild);
            case "integer" -> integer(node, wild);
            case "number" -> JSON.numberNode(random.nextInt(wild ? 800 : 400) / 4.0 - (wild ? 50 : 0));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(text(schema, wild));
            default -> JSON.objectNode().put("free", random.nextInt(9));
        };
    }

    private ObjectNode object(SchemaNode schema, Set<SchemaNode> way, int depth) {
        return object(schema, way, depth, false);
    }

    private ObjectNode object(SchemaNode schema, Set<SchemaNode> way, int depth, boolean wild) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new LinkedHashSet<>();
        schema.schema().path("required").forEach(name -> required.add(name.asText()));
        Set<String> without = wild ? Set.of() : otherArms(schema, way);
        for (List<String> pair : wild ? List.<List<String>>of() : Unions.needed(schema)) {
            List<String> open =
                    pair.stream().filter(name -> !without.contains(name)).toList();
            if (!open.isEmpty()) {
                required.add(open.get(random.nextInt(open.size())));
            }
        }
        schema.properties().forEach((name, below) -> {
            boolean forced = way.contains(below) || required.contains(name) || depth == 0 && name.equals("spec");
            if (forced || !without.contains(name) && random.nextInt(depth + 2) < fullness / 2 + random.nextInt(2)) {
                boolean isNull = !way.contains(below) && depth > 0 && random.nextInt(50) == 0;
                object.set(name, isNull ? JSON.nullNode() : value(below, way, depth + 1, wild));
            }
        });
        if (!wild) {
            Unions.settle(schema, object, below -> value(below, way, depth + 1, false));
        }
        SchemaNode values = schema.values();
        if (values != null) {
            for (int i = random.nextInt(2); i >= 0; i--) {
                boolean wanted = way.contains(values) && object.isEmpty();
                object.set(key(schema, wild && !wanted), value(values, way, depth + 1, wild));
            }
        }
        if (schema.schema().path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("free", random.nextInt(9));
        }
        return object;
    }

    private String key(SchemaNode schema, boolean wild) {
        boolean numbers =
                schema.schema().path("x-kubernetes-validations").toString().contains("int(key)");
        return numbers && !wild ? Integer.toString(1 + random.nextInt(65_535)) : SampleTexts.any(random, wild);
    }

    private ArrayNode list(SchemaNode schema, Set<SchemaNode> way, int depth, boolean wild) {
        ArrayNode list = JSON.arrayNode();
        SchemaNode element = schema.items();
        boolean wanted = element != null && way.contains(element);
        int least = Math.max(schema.schema().path("minItems").asInt(0), wanted ? 1 : 0);
        int size = Math.max(least, random.nextInt(3));
        for (int i = 0; i < size && element != null; i++) {
            list.add(value(element, i == 0 ? way : Set.of(), depth + 1, wild));
        }
        return list;
    }

    private JsonNode integer(JsonNode schema, boolean wild) {
        long least = schema.path("minimum").asLong(-2);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        if (wild) {
            return JSON.numberNode(
                    List.of(0L, -1L, 1L, 65_535L, 65_536L, least - 1, most).get(random.nextInt(7)));
        }
        return JSON.numberNode(
                switch (random.nextInt(20)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> Math.min(most, Math.max(least, 0) + random.nextInt(500));
                });
    }

    private String text(SchemaNode schema, boolean wild) {
        JsonNode node = schema.schema();
        if (node.path("x-kubernetes-validations").toString().contains("duration(self)")) {
            return SampleTexts.duration(random, wild);
        }
        if (random.nextInt(8) > 0
                && schema.path()
                        .matches(".*(Timeout|Duration|ttl|Interval|Delay|Age|[Pp]ollDelay|duration|interval)")) {
            return SampleTexts.duration(random, false);
        }
        if (!wild && node.path("format").asText().equals("byte")) {
            return "aGk=";
        }
        return wild || !node.has("pattern")
                ? SampleTexts.any(random, wild)
                : SampleTexts.matching(node.get("pattern").asText(), random);
    }

    /** Fields that a union leaves no room for: all of its arms but one. */
    private Set<String> otherArms(SchemaNode schema, Set<SchemaNode> way) {
        Set<String> without = new LinkedHashSet<>();
        for (List<String> arms : Unions.of(schema)) {
            List<String> all = new ArrayList<>(arms);
            Collections.shuffle(all, random);
            all.sort((one, other) -> Boolean.compare(onWay(schema, other, way), onWay(schema, one, way)));
            without.addAll(all.subList(1, all.size()));
        }
        return without;
    }

    private static boolean onWay(SchemaNode schema, String field, Set<SchemaNode> way) {
        SchemaNode below = schema.properties().get(field);
        return below != null && way.contains(below);
    }
}
