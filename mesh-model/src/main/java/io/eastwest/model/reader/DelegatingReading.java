package io.eastwest.model.reader;

import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/** Reads a value that is made from one value of another type. */
final class DelegatingReading implements ValueReader {
    private final ValueMaker maker;
    private final ValueReader source;

    DelegatingReading(Executable creator, ValueReader source) {
        this.maker = ValueMaker.of(creator);
        this.source = source;
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        int before = problems.failures();
        Object value = source.read(tree, node, problems);
        return value == null ? null : problems.make(node, before, () -> maker.make(value));
    }
}
