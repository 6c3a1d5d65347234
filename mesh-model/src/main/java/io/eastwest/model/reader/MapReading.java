package io.eastwest.model.reader;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an object with any names, whose values must not be null unless they are opaque. Values that cannot be read are left out. */
final class MapReading implements ValueReader {
    private final ValueReader content;
    private final boolean opaque;
    private final boolean numbered;

    MapReading(ValueReader content, boolean opaque, boolean numbered) {
        this.content = content;
        this.opaque = opaque;
        this.numbered = numbered;
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        if (tree.kind(node) != NodeKind.OBJECT) {
            problems.wrongType(node, "an object");
            return null;
        }
        if (!opaque) {
            problems.refuseNulls(node);
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            Object key = numbered ? number(tree, child, problems) : tree.name(child);
            Object value = tree.kind(child) == NodeKind.NULL ? null : content.read(tree, child, problems);
            if (key != null && value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    private static @Nullable Integer number(NodeTree tree, int child, Problems problems) {
        try {
            return Integer.valueOf(tree.name(child));
        } catch (NumberFormatException e) {
            problems.fail(
                    IssueCode.WRONG_TYPE,
                    child,
                    "field name " + IssueText.quote(tree.name(child)) + " is not a number",
                    "use a number as the name");
            return null;
        }
    }
}
