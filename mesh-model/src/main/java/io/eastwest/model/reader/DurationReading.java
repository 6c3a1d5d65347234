package io.eastwest.model.reader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.scalar.GatewayDuration;
import io.eastwest.model.scalar.GoDuration;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds durations: in the syntax of the Gateway API for its types, in that of Go for all others. */
final class DurationReading extends StdScalarDeserializer<Duration> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;
    private static final String GATEWAY_API = "io.eastwest.model.gatewayapi";

    private final boolean gatewayApi;

    DurationReading(boolean gatewayApi) {
        super(Duration.class);
        this.gatewayApi = gatewayApi;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        if (property == null || property.getMember() == null) {
            return this;
        }
        Class<?> owner = property.getMember().getDeclaringClass();
        return owner.getPackageName().equals(GATEWAY_API) ? new DurationReading(true) : this;
    }

    @Override
    public @Nullable Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!(parser instanceof NodeParser nodes)) {
            return null;
        }
        int node = nodes.node();
        NodeTree tree = nodes.tree();
        Optional<Duration> value = Optional.empty();
        if (tree.kind(node) == NodeKind.STRING) {
            String text = tree.text(node);
            value = gatewayApi ? GatewayDuration.parse(text) : GoDuration.parse(text);
        }
        if (value.isEmpty()) {
            Problems problems = Problems.of(context);
            String example = tree.kind(node) == NodeKind.INTEGER ? tree.text(node) + "s" : "10s or 1h30m";
            problems.fail(
                    IssueCode.INVALID_DURATION,
                    node,
                    "must be a duration but was " + problems.describe(node),
                    "write it as " + example);
        }
        nodes.finish(node);
        return value.orElse(null);
    }
}
