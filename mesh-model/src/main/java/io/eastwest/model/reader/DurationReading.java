package io.eastwest.model.reader;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.scalar.GatewayDuration;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads durations: in the syntax of the Gateway API for its types, in that of Go for all others. */
final class DurationReading implements ValueReader {
    private final boolean gatewayApi;

    DurationReading(boolean gatewayApi) {
        this.gatewayApi = gatewayApi;
    }

    @Override
    public @Nullable Object read(NodeTree tree, int node, Problems problems) {
        Optional<Duration> value = Optional.empty();
        if (tree.kind(node) == NodeKind.STRING) {
            String text = tree.text(node);
            value = gatewayApi ? GatewayDuration.parse(text) : GoDuration.parse(text);
        }
        if (value.isEmpty()) {
            String example = tree.kind(node) == NodeKind.INTEGER ? tree.text(node) + "s" : "10s or 1h30m";
            problems.fail(
                    IssueCode.INVALID_DURATION,
                    node,
                    "must be a duration but was " + problems.describe(node),
                    "write it as " + example);
        }
        return value.orElse(null);
    }
}
