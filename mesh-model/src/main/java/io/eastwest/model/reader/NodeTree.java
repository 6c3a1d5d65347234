package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.issue.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document as nodes in document order, kept in flat arrays: the children of a container follow it, and
 * {@link #end(int)} is the first node after it. Node 0 is the document.
 *
 * <p>A node stands where its value starts; if that is on a later line than its field name, it stands at the field name.
 */
final class NodeTree {
    static final int NONE = -1;

    private final String file;
    private final List<NodeIssue> issues;
    private final Map<Integer, TextBlock> blocks;
    private final NodeNumbers numbers;
    private @Nullable String[] names;
    private final String[] texts;

    NodeTree(
            String file,
            List<NodeIssue> issues,
            Map<Integer, TextBlock> blocks,
            NodeKind[] kinds,
            int[] ends,
            int[] lines,
            int[] columns,
            int[] keyColumns,
            @Nullable String[] names,
            String[] texts) {
        this.file = file;
        this.issues = issues.isEmpty() ? Collections.emptyList() : issues;
        this.blocks = blocks.isEmpty() ? Collections.emptyMap() : blocks;
        this.numbers = new NodeNumbers(kinds, ends, lines, columns, keyColumns);
        this.names = names;
        this.texts = texts;
    }

    String file() {
        return file;
    }

    /** Makes equal names and texts one object. */
    void share(TextPool pool) {
        for (int node = 0; node < texts.length; node++) {
            String name = names[node];
            names[node] = name == null ? null : pool.of(name);
            texts[node] = pool.of(texts[node]);
        }
        names = pool.names(names);
        numbers.share(pool);
    }

    /** What was met while this tree was built. */
    List<NodeIssue> issues() {
        return issues;
    }

    NodeKind kind(int node) {
        return numbers.kind(node);
    }

    /** First node that is no part of this one; the next sibling, if there is one. */
    int end(int node) {
        return numbers.end(node);
    }

    /** Field name of the node; empty for an element of a list. */
    String name(int node) {
        String name = names[node];
        return name == null ? "" : name;
    }

    /** Text of a string or a decimal number; empty for everything else. */
    String text(int node) {
        return texts[node];
    }

    /** Where the lines of a text stand that was written as a literal block; empty for everything else. */
    Optional<TextBlock> block(int node) {
        return Optional.ofNullable(blocks.get(node));
    }

    int line(int node) {
        return numbers.line(node);
    }

    int column(int node) {
        return numbers.column(node);
    }

    SourceLocation location(int node) {
        return new SourceLocation(file, numbers.line(node), numbers.column(node));
    }

    /** Where the field name of the node stands; the node itself for an element of a list. */
    SourceLocation keyLocation(int node) {
        return new SourceLocation(file, numbers.line(node), numbers.keyColumn(node));
    }

    /** The child of that name, or {@link #NONE}. */
    int child(int node, String name) {
        if (numbers.kind(node) != NodeKind.OBJECT) {
            return NONE;
        }
        for (int child = node + 1; child < numbers.end(node); child = numbers.end(child)) {
            if (name.equals(names[child])) {
                return child;
            }
        }
        return NONE;
    }

    /** The element at that position, or {@link #NONE}. */
    int element(int node, int index) {
        if (numbers.kind(node) != NodeKind.LIST) {
            return NONE;
        }
        int position = 0;
        for (int child = node + 1; child < numbers.end(node); child = numbers.end(child)) {
            if (position++ == index) {
                return child;
            }
        }
        return NONE;
    }

    /** Text of a string child; empty when there is none. */
    String textOf(int node, String name) {
        int child = child(node, name);
        return child != NONE && numbers.kind(child) == NodeKind.STRING ? texts[child] : "";
    }

    /** The way from one node down to another inside it. */
    DocumentPath path(int root, int node) {
        DocumentPath path = DocumentPath.root();
        int parent = root;
        while (parent != node) {
            int index = 0;
            int child = parent + 1;
            while (node >= numbers.end(child)) {
                child = numbers.end(child);
                index++;
            }
            String name = names[child];
            path = name == null ? path.index(index) : path.field(name);
            parent = child;
        }
        return path;
    }

    /** The node at a path below {@code root}, or {@link #NONE}. */
    int find(int root, DocumentPath path) {
        int node = root;
        for (DocumentPath step : path.steps()) {
            node = step.isIndex() ? element(node, step.lastIndex()) : child(node, step.lastField());
            if (node == NONE) {
                return NONE;
            }
        }
        return node;
    }

    /** The last node on the way to a path that exists. */
    int nearest(int root, DocumentPath path) {
        int node = root;
        for (DocumentPath step : path.steps()) {
            int next = step.isIndex() ? element(node, step.lastIndex()) : child(node, step.lastField());
            if (next == NONE) {
                return node;
            }
            node = next;
        }
        return node;
    }

    /** What the node holds, for a message. */
    String describe(int node, boolean secret) {
        return switch (numbers.kind(node)) {
            case OBJECT -> "an object";
            case LIST -> "a list";
            case STRING -> secret ? "a string" : "the string " + IssueText.quote(texts[node]);
            case INTEGER, DECIMAL -> secret ? "a number" : "the number " + texts[node];
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }
}
