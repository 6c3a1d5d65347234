package io.eastwest.model.reader;

import java.util.Optional;

/** Reads a value that may be absent. */
final class OptionalReading implements ValueReader {
    private final ValueReader content;

    OptionalReading(ValueReader content) {
        this.content = content;
    }

    @Override
    public Object read(NodeTree tree, int node, Problems problems) {
        return Optional.ofNullable(content.read(tree, node, problems));
    }

    @Override
    public Object absent() {
        return Optional.ofNullable(content.absent());
    }
}
