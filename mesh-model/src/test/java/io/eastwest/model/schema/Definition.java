package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of a real definition, compiled: says what an API server says about an object that is created. Defaults
 * first, then the schema, the keys of lists and the rules in CEL.
 */
final class Definition {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(regex -> {
                        Pattern pattern = Pattern.compile(regex);
                        return text -> pattern.matcher(text).find();
                    })
                    .build()));

    private final CrdFile.Schema source;
    private final SchemaNode root;
    private final Schema schema;
    private final Map<SchemaNode, CelRules> rules = new LinkedHashMap<>();

    private Definition(CrdFile.Schema source, SchemaNode root) {
        this.source = source;
        this.root = root;
        this.schema = REGISTRY.getSchema(JsonSchemaForm.of(source.root()));
        root.forEach(node -> {
            CelRules found = CelRules.of(node.schema());
            if (!found.isEmpty()) {
                rules.put(node, found);
            }
        });
    }

    /**
     * Compiles a definition.
     *
     * @param leftOut paths of the schema that are not looked into
     */
    static Definition of(CrdFile.Schema source, List<String> leftOut) {
        List<String> passedOver = new ArrayList<>(leftOut);
        passedOver.add(".status");
        return new Definition(source, SchemaNode.of(source.root(), passedOver));
    }

    CrdFile.Schema source() {
        return source;
    }

    SchemaNode root() {
        return root;
    }

    Set<String> celRules(SchemaNode node) {
        CelRules found = rules.get(node);
        return found == null ? Set.of() : found.texts();
    }

    List<Violation> violations(ObjectNode document) {
        ObjectNode object = document.deepCopy();
        object.remove("status");
        complete(object, root);
        Set<Violation> violations = new LinkedHashSet<>();
        for (Error error : schema.validate(object)) {
            violations.add(new Violation(constraint(error), path(error.getInstanceLocation())));
        }
        walk(object, root, DocumentPath.root(), violations);
        return new ArrayList<>(violations);
    }

    /** Drops nulls where the schema takes none, then writes defaults, as an API server does. */
    private static void complete(JsonNode value, SchemaNode schema) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(field -> {
                SchemaNode below = schema.field(field.getKey());
                return field.getValue().isNull() && below != null && !below.isNullable();
            });
            schema.properties().forEach((name, below) -> {
                if (below.schema().has("default") && !object.has(name)) {
                    object.set(name, below.schema().get("default").deepCopy());
                }
            });
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                SchemaNode below = schema.field(field.getKey());
                if (below != null) {
                    complete(field.getValue(), below);
                }
            }
        }
        SchemaNode element = schema.items();
        if (value.isArray() && element != null) {
            value.forEach(each -> complete(each, element));
        }
    }

    private void walk(JsonNode value, SchemaNode schema, DocumentPath path, Set<Violation> violations) {
        if (value.isNull()) {
            return;
        }
        SchemaNode element = schema.items();
        if (value.isArray() && element != null) {
            checkKeys(value, schema, path, violations);
            for (int i = 0; i < value.size(); i++) {
                walk(value.get(i), element, path.index(i), violations);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            SchemaNode below = schema.field(field.getKey());
            if (below != null) {
                walk(field.getValue(), below, path.field(field.getKey()), violations);
            }
        }
        CelRules found = rules.get(schema);
        if (found != null) {
            found.broken(CelRules.value(value, schema))
                    .forEach(rule -> violations.add(new Violation(Constraint.cel(schema, rule), path)));
        }
    }

    private static void checkKeys(JsonNode list, SchemaNode schema, DocumentPath path, Set<Violation> violations) {
        String type = schema.schema().path("x-kubernetes-list-type").asText();
        Set<List<JsonNode>> met = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            List<JsonNode> key = new ArrayList<>();
            if (type.equals("set")) {
                key.add(list.get(i));
            }
            for (JsonNode name : schema.schema().path("x-kubernetes-list-map-keys")) {
                key.add(list.get(i).path(name.asText()));
            }
            if (!key.isEmpty() && !met.add(key)) {
                violations.add(new Violation(Constraint.of(schema, Constraint.KEYS), path.index(i)));
            }
        }
    }

    /** The place of the constraint in the schema; what is inside of a union counts as the union. */
    private static String constraint(Error error) {
        StringBuilder path = new StringBuilder();
        NodePath fragment = error.getSchemaLocation().getFragment();
        for (int i = 0; i < fragment.getNameCount(); i++) {
            String step = fragment.getName(i);
            if (step.equals("properties")) {
                path.append('.').append(fragment.getName(++i));
            } else if (step.equals("items")) {
                path.append("[]");
            } else if (step.equals("additionalProperties")) {
                path.append("{}");
            } else {
                String property = step.equals("required") ? " " + error.getProperty() : "";
                return path + " " + step + property;
            }
        }
        return path.toString();
    }

    private static DocumentPath path(NodePath location) {
        DocumentPath path = DocumentPath.root();
        for (int i = 0; i < location.getNameCount(); i++) {
            path = location.getElement(i) instanceof Integer index
                    ? path.index(index)
                    : path.field(location.getName(i));
        }
        return path;
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
