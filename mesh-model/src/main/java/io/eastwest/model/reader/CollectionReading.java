package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.eastwest.model.issue.IssueCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Binds a list or a map, whose members must not be null. Members that cannot be bound are left out. */
final class CollectionReading extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final NodeKind kind;
    private final boolean mayHoldNull;

    private CollectionReading(JsonDeserializer<?> delegatee, NodeKind kind, boolean mayHoldNull) {
        super(delegatee);
        this.kind = kind;
        this.mayHoldNull = mayHoldNull;
    }

    static CollectionReading of(JsonDeserializer<?> delegatee, NodeKind kind, JavaType content) {
        boolean opaque = content.isTypeOrSubTypeOf(JsonNode.class) || content.isJavaLangObject();
        return new CollectionReading(delegatee, kind, opaque);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> newDelegatee) {
        return new CollectionReading(newDelegatee, kind, mayHoldNull);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!(parser instanceof NodeParser nodes)) {
            return super.deserialize(parser, context);
        }
        Problems problems = Problems.of(context);
        NodeTree tree = nodes.tree();
        int node = nodes.value();
        if (tree.kind(node) != kind) {
            problems.wrongType(node, kind == NodeKind.LIST ? "a list" : "an object");
            nodes.finish(node);
            return null;
        }
        if (!mayHoldNull) {
            for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
                if (tree.kind(child) == NodeKind.NULL) {
                    problems.fail(IssueCode.WRONG_TYPE, child, "must not be null", "give it a value or remove it");
                }
            }
        }
        return super.deserialize(nodes, context);
    }
}
