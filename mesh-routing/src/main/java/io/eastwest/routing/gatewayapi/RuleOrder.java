package io.eastwest.routing.gatewayapi;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.routing.rules.HttpRule;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Precedence of rules. Each has one match at most; rules that are equal keep their order. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:sortHTTPRoutes}.
 */
final class RuleOrder {
    private static final Comparator<HttpMatchRequest> MORE_SPECIFIC_FIRST = Comparator.comparing(RuleOrder::pathRank)
            .thenComparing(RuleOrder::pathLength)
            .thenComparing(match -> match.method().isPresent())
            .thenComparing(match -> match.headers().size())
            .thenComparing(match -> match.queryParams().size())
            .reversed();

    private RuleOrder() {}

    static List<HttpRule> sorted(List<HttpRule> rules) {
        return rules.stream().sorted(RuleOrder::compare).toList();
    }

    private static int compare(HttpRule one, HttpRule other) {
        List<HttpMatchRequest> first = one.rule().match();
        List<HttpMatchRequest> second = other.rule().match();
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        return MORE_SPECIFIC_FIRST.compare(first.get(0), second.get(0));
    }

    private static int pathRank(HttpMatchRequest match) {
        return match.uri()
                .map(uri -> uri.match(exact -> 3, prefix -> 2, regex -> 1, present -> -1))
                .orElse(-1);
    }

    private static int pathLength(HttpMatchRequest match) {
        return match.uri().map(RuleOrder::length).orElse(0);
    }

    private static int length(StringMatch match) {
        return match.match(
                exact -> bytes(exact.value()),
                prefix -> bytes(prefix.value()),
                regex -> bytes(regex.value()),
                none -> 0);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
