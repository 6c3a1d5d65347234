package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Binds one scalar, without ever turning one JSON type into another.
 *
 * @param <T> type of the scalar
 */
final class ScalarReading<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /**
     * How a scalar is made.
     *
     * @param <T> type of the scalar
     */
    @FunctionalInterface
    interface Maker<T> {
        /** The scalar of a node; null after a problem was reported. */
        @Nullable
        T make(NodeTree tree, int node, Problems problems);
    }

    private final transient Maker<T> maker;
    private final @Nullable T absent;

    /**
     * Makes a reader of scalars.
     *
     * @param absent the value for null in a document and for whatever cannot be bound
     */
    ScalarReading(Class<?> type, @Nullable T absent, Maker<T> maker) {
        super(type);
        this.maker = maker;
        this.absent = absent;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!(parser instanceof NodeParser nodes)) {
            return absent;
        }
        int node = nodes.node();
        T value = maker.make(nodes.tree(), node, Problems.of(context));
        nodes.finish(node);
        return value == null ? absent : value;
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return absent;
    }
}
