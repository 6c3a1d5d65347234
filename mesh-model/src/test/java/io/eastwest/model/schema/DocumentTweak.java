package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One small change of an object at random. */
final class DocumentTweak {
    private static final List<String> HEAD = List.of(".apiVersion", ".kind", ".metadata");

    private DocumentTweak() {}

    /** Changes the value at a place, or one below it: another value, a field or an element more or less. */
    static void apply(ObjectNode document, SchemaNode schema, DocumentPath place, DocumentMaker maker, Random random) {
        SchemaNode node = schema;
        DocumentPath path = place;
        JsonNode value = Instances.get(document, path);
        while (value.isContainerNode() && !value.isEmpty() && random.nextInt(3) == 0) {
            int at = random.nextInt(value.size());
            SchemaNode below;
            if (value instanceof ArrayNode) {
                below = node.items();
                path = path.index(at);
            } else {
                List<String> names = new ArrayList<>();
                value.fieldNames().forEachRemaining(names::add);
                below = node.field(names.get(at));
                path = path.field(names.get(at));
            }
            if (below == null) {
                return;
            }
            node = below;
            value = Instances.get(document, path);
        }
        change(document, node, path, maker, random);
    }

    private static void change(
            ObjectNode document, SchemaNode node, DocumentPath path, DocumentMaker maker, Random random) {
        JsonNode value = Instances.get(document, path);
        if (HEAD.contains(node.path())) {
            rename(document, random);
            return;
        }
        int choice = random.nextInt(4);
        SchemaNode element = node.items();
        if (value instanceof ObjectNode object && !node.properties().isEmpty() && choice < 3) {
            List<String> names = new ArrayList<>(node.properties().keySet());
            String name = names.get(random.nextInt(names.size()));
            SchemaNode below = node.properties().get(name);
            if (HEAD.contains("." + name) && path.isRoot()) {
                rename(document, random);
            } else if (choice == 0 || below == null) {
                object.remove(name);
            } else if (!name.equals("status") && !path.isRoot()) {
                object.set(name, maker.value(below, choice == 2));
            }
        } else if (value instanceof ArrayNode list && element != null && choice < 2) {
            boolean copy = choice == 0 && !list.isEmpty();
            list.add(copy ? list.get(0).deepCopy() : maker.value(element, true));
        } else if (!path.isRoot()) {
            DocumentBreaker.replace(document, path, maker.value(node, true));
        }
    }

    private static void rename(ObjectNode document, Random random) {
        ((ObjectNode) document.path("metadata")).put("name", random.nextBoolean() ? "default" : "b");
    }
}
