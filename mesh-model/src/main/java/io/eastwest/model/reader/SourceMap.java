package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of one document stands. A value stands where it starts; if that is on a later line than its field
 * name, it stands at its field name. Immutable.
 */
public final class SourceMap {
    private static final SourceMap NONE = new SourceMap(null, 0);

    private final @Nullable NodeTree tree;
    private final int root;

    private SourceMap(@Nullable NodeTree tree, int root) {
        this.tree = tree;
        this.root = root;
    }

    static SourceMap of(NodeTree tree, int root) {
        return new SourceMap(tree, root);
    }

    /** The places in a text of its own; none when it is no YAML. */
    static SourceMap ofText(String name, String text) {
        List<NodeTree> trees = new ReadSession(ReadLimits.defaults()).trees(name, text);
        return trees.isEmpty() ? NONE : of(trees.get(0), 0);
    }

    /** Where the lines of a text stand that was written as a literal block. */
    Optional<TextBlock> block(DocumentPath path) {
        NodeTree nodes = tree;
        int node = nodes == null ? NodeTree.NONE : nodes.find(root, path);
        return nodes == null || node == NodeTree.NONE ? Optional.empty() : nodes.block(node);
    }

    /** {@return the map of a value that was not read from a text: it knows no place} */
    public static SourceMap none() {
        return NONE;
    }

    /**
     * Finds a value.
     *
     * @param path path below the document, such as {@code spec.http[1].route[0].weight}
     * @return its place; empty when the document has no such value
     */
    public Optional<SourceLocation> find(DocumentPath path) {
        NodeTree nodes = tree;
        if (nodes == null) {
            return Optional.empty();
        }
        int node = nodes.find(root, path);
        return node == NodeTree.NONE ? Optional.empty() : Optional.of(nodes.location(node));
    }

    /**
     * Finds a value, or what would hold it.
     *
     * @param path path below the document
     * @return the place of the value, or of the last part of the path that exists; empty only without a text
     */
    public Optional<SourceLocation> nearest(DocumentPath path) {
        NodeTree nodes = tree;
        return nodes == null ? Optional.empty() : Optional.of(nodes.location(nodes.nearest(root, path)));
    }

    @Nullable
    NodeTree tree() {
        return tree;
    }

    int root() {
        return root;
    }
}
