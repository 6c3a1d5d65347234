package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a condition of a delegate contradicts one of its root. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/virtualservice.go:hasConflict, stringMatchConflict}.
 */
final class MatchConflict {
    private MatchConflict() {}

    static boolean between(HttpMatchRequest root, HttpMatchRequest delegate) {
        return conflict(root.uri(), delegate.uri())
                || conflict(root.scheme(), delegate.scheme())
                || conflict(root.method(), delegate.method())
                || conflict(root.authority(), delegate.authority())
                || conflict(root.headers(), delegate.headers())
                || conflict(root.withoutHeaders(), delegate.withoutHeaders())
                || conflict(root.queryParams(), delegate.queryParams())
                || ignoresUriCase(root) != ignoresUriCase(delegate)
                || portConflict(root, delegate)
                || sourceNamespaceConflict(root, delegate)
                || sourceLabelConflict(root, delegate)
                || gatewayConflict(root, delegate);
    }

    private static boolean ignoresUriCase(HttpMatchRequest match) {
        return match.ignoreUriCase().orElse(false);
    }

    static int port(HttpMatchRequest match) {
        return match.port().orElse(0);
    }

    private static boolean portConflict(HttpMatchRequest root, HttpMatchRequest delegate) {
        return port(root) != 0 && port(delegate) != 0 && port(root) != port(delegate);
    }

    private static boolean sourceNamespaceConflict(HttpMatchRequest root, HttpMatchRequest delegate) {
        String namespace = root.sourceNamespace().orElse("");
        return !namespace.isEmpty()
                && !namespace.equals(delegate.sourceNamespace().orElse(""));
    }

    private static boolean sourceLabelConflict(HttpMatchRequest root, HttpMatchRequest delegate) {
        return root.sourceLabels().entrySet().stream()
                .anyMatch(label -> !label.getValue()
                        .equals(delegate.sourceLabels().getOrDefault(label.getKey(), label.getValue())));
    }

    private static boolean gatewayConflict(HttpMatchRequest root, HttpMatchRequest delegate) {
        return !root.gateways().isEmpty()
                && !delegate.gateways().isEmpty()
                && (delegate.gateways().size() > root.gateways().size()
                        || !root.gateways().containsAll(delegate.gateways()));
    }

    private static boolean conflict(Map<String, StringMatch> root, Map<String, StringMatch> delegate) {
        return root.entrySet().stream()
                .anyMatch(entry ->
                        conflict(Optional.of(entry.getValue()), Optional.ofNullable(delegate.get(entry.getKey()))));
    }

    private static boolean conflict(Optional<StringMatch> root, Optional<StringMatch> delegate) {
        if (root.isEmpty() || delegate.isEmpty()) {
            return false;
        }
        StringMatch below = delegate.get();
        return root.get()
                .match(
                        exact -> exact.value().isEmpty() || !exact.equals(below),
                        prefix -> prefix.value().isEmpty() || !extendsPrefix(below, prefix.value()),
                        regex -> true,
                        present -> true);
    }

    private static boolean extendsPrefix(StringMatch match, String prefix) {
        return match.match(
                exact -> exact.value().startsWith(prefix),
                longer -> longer.value().startsWith(prefix),
                regex -> false,
                present -> false);
    }
}
