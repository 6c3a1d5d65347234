package io.eastwest.model.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list, whose elements must not be null unless they are opaque. Elements that cannot be read are left out. */
final class ListReading implements ValueReader {
    private final ValueReader element;
    private final boolean opaque;

    ListReading(ValueReader element, boolean opaque) {
        this.element = element;
        this.opaque = opaque;
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) != NodeKind.LIST) {
            problems.wrongType(node, "a list");
            return null;
        }
        if (!opaque) {
            problems.refuseNulls(node);
        }
        List<Object> values = new ArrayList<>();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            Object value = tree.kind(child) == NodeKind.NULL ? null : element.read(tree, child, problems);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
