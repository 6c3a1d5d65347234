package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Binds a value of a generated type field by field. It says what {@link ObjectReading} says of other types, without Jackson's
 * description of the type, which costs a short-lived process more than all of its documents.
 */
final class MessageReading extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient MessageFields fields;

    MessageReading(Class<?> type, MessageFields fields) {
        super(type);
        this.fields = fields;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        NodeParser nodes = (NodeParser) parser;
        Problems problems = Problems.of(context);
        int node = nodes.value();
        int before = problems.failures();
        if (nodes.tree().kind(node) != NodeKind.OBJECT) {
            problems.wrongType(node, "an object");
            nodes.finish(node);
            return null;
        }
        checkFields(problems, node);
        Object value = null;
        try {
            Object json = fields.start();
            read(json, nodes, node, context);
            value = make(json, problems, node, before);
        } catch (IOException | RuntimeException e) {
            ObjectReading.report(problems, node, before, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        nodes.finish(node);
        return value;
    }

    private void checkFields(Problems problems, int node) {
        NodeTree tree = problems.tree();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            String name = tree.name(child);
            MessageField field = fields.find(name);
            if (field == null) {
                if (!fields.isOpen() && !problems.isTolerated(node, name)) {
                    problems.unknownField(child, new TreeSet<>(fields.names()));
                }
            } else if (isSecondSpelling(tree, node, name, field)) {
                problems.secondSpelling(child, field.name());
            }
        }
        for (String name : fields.required()) {
            int child = tree.child(node, name);
            if (child == NodeTree.NONE || tree.kind(child) == NodeKind.NULL) {
                problems.missing(node, name);
            }
        }
    }

    private static boolean isSecondSpelling(NodeTree tree, int node, String name, MessageField field) {
        return !name.equals(field.name()) && tree.child(node, field.name()) != NodeTree.NONE;
    }

    private void read(Object json, NodeParser nodes, int node, DeserializationContext context)
            throws IOException, ReflectiveOperationException {
        NodeTree tree = nodes.tree();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            String name = tree.name(child);
            MessageField field = fields.find(name);
            if (field == null) {
                if (fields.isOpen() && !(fields.isResource() && name.equals("kind"))) {
                    fields.addOther(json, name, JsonTree.of(tree, child));
                }
            } else if (!isSecondSpelling(tree, node, name, field)) {
                field.set(json, read(field, json, nodes, child, context));
            }
        }
    }

    private static @Nullable Object read(
            MessageField field, Object json, NodeParser nodes, int child, DeserializationContext context)
            throws IOException {
        try {
            JsonDeserializer<Object> reader = field.reader(context);
            Object value = null;
            if (nodes.tree().kind(child) != NodeKind.NULL) {
                nodes.goTo(child);
                value = reader.deserialize(nodes, context);
            }
            return value == null ? reader.getNullValue(context) : value;
        } catch (IOException | RuntimeException e) {
            throw JsonMappingException.wrapWithPath(e, json, field.name());
        }
    }

    private @Nullable Object make(Object json, Problems problems, int node, int before) {
        try {
            return fields.finish(json);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            ObjectReading.reportUnmade(problems, node, before, e);
            return null;
        }
    }
}
