package io.eastwest.model.reader;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads an object field by field. Reports fields that are unknown or missing before their values are read. */
final class MessageReading implements ValueReader {
    private final MessageFields fields;

    MessageReading(MessageFields fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        int before = problems.failures();
        if (tree.kind(node) != NodeKind.OBJECT) {
            problems.wrongType(node, "an object");
            return null;
        }
        checkFields(tree, node, problems);
        return problems.make(node, before, () -> {
            Object draft = fields.start();
            readFields(draft, tree, node, problems);
            return fields.finish(draft);
        });
    }

    private void checkFields(NodeTree tree, int node, Problems problems) {
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

    private void readFields(Object draft, NodeTree tree, int node, Problems problems)
            throws ReflectiveOperationException {
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            String name = tree.name(child);
            MessageField field = fields.find(name);
            if (field == null) {
                if (fields.isOpen() && !(fields.isResource() && name.equals("kind"))) {
                    fields.addOther(draft, name, JsonTree.of(tree, child));
                }
            } else if (!isSecondSpelling(tree, node, name, field)) {
                field.set(draft, field.reader().readOrAbsent(tree, child, problems));
            }
        }
    }
}
