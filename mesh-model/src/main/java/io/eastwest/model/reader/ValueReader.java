package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/** Makes the values of one type from nodes, without ever turning one JSON type into another. Thread-safe. */
@FunctionalInterface
interface ValueReader {
    /**
     * The value of a node.
     *
     * @param node a node that is not null in the document
     * @param problems takes what is wrong with the node or below it
     * @return the value; null after a problem was reported
     */
    @Nullable
    Object read(NodeTree tree, int node, Problems problems);

    /** {@return the value for null in a document, and for whatever cannot be read} */
    default @Nullable Object absent() {
        return null;
    }

    /** {@return the value of a node, or the one for null} */
    default @Nullable Object readOrAbsent(NodeTree tree, int node, Problems problems) {
        Object value = tree.kind(node) == NodeKind.NULL ? null : read(tree, node, problems);
        return value == null ? absent() : value;
    }
}
