package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions of a rule as Envoy gets them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:TranslateRouteMatch, translateHeaderMatch, IsCatchAllRoute}.
 */
final class MatchTranslation {
    private static final String ANY_VALUE = "*";
    private static final String ROOT = "/";
    private static final RouteMatch EVERYTHING =
            RouteMatch.builder().path(new PathMatch.Prefix(ROOT)).build();

    private MatchTranslation() {}

    static RouteMatch everything() {
        return EVERYTHING;
    }

    static RouteMatch of(HttpMatchRequest match, boolean gatewaySemantics) {
        RouteMatchBuilder builder = RouteMatch.builder()
                .path(path(match.uri(), gatewaySemantics))
                .caseSensitive(!match.ignoreUriCase().orElse(false));
        List<HeaderMatch> headers = new ArrayList<>();
        match.headers().forEach((name, value) -> addHeader(name, value, false, headers, builder));
        match.withoutHeaders().forEach((name, value) -> addHeader(name, value, true, headers, builder));
        match.method().ifPresent(value -> headers.add(header(":method", value, false)));
        match.authority().ifPresent(value -> headers.add(header(":authority", value, false)));
        match.scheme().ifPresent(value -> headers.add(header(":scheme", value, false)));
        headers.sort(Comparator.comparing(HeaderMatch::name));
        for (Map.Entry<String, StringMatch> query : match.queryParams().entrySet()) {
            builder.addQueryParameter(new QueryMatch(query.getKey(), presentOr(query.getValue())));
        }
        return builder.headers(headers).build();
    }

    /** {@return whether a route takes every request that gets to it} */
    static boolean isCatchAll(RouteMatch match) {
        boolean anyPath = match.path().equals(new PathMatch.Prefix(ROOT))
                || match.path().equals(new PathMatch.SeparatedPrefix(ROOT))
                || match.path().equals(new PathMatch.Regex(".*"));
        return anyPath
                && match.headers().isEmpty()
                && match.queryParameters().isEmpty()
                && match.claims().isEmpty();
    }

    /** {@return Envoy's condition on a string; a match without a kind is present} */
    static ValueMatch value(StringMatch match) {
        return match.match(
                exact -> new ValueMatch.Exact(exact.value()),
                prefix -> new ValueMatch.Prefix(prefix.value()),
                regex -> new ValueMatch.Regex(regex.value()),
                present -> new ValueMatch.Present());
    }

    private static PathMatch path(Optional<StringMatch> uri, boolean gatewaySemantics) {
        return uri.map(match -> match.<PathMatch>match(
                        exact -> new PathMatch.Exact(exact.value()),
                        prefix -> prefix(prefix.value(), gatewaySemantics),
                        regex -> new PathMatch.Regex(regex.value()),
                        present -> new PathMatch.Prefix(ROOT)))
                .orElse(new PathMatch.Prefix(ROOT));
    }

    private static PathMatch prefix(String value, boolean gatewaySemantics) {
        if (!gatewaySemantics || value.equals(ROOT)) {
            return new PathMatch.Prefix(value);
        }
        return new PathMatch.SeparatedPrefix(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    private static void addHeader(
            String name, StringMatch value, boolean without, List<HeaderMatch> headers, RouteMatchBuilder builder) {
        Optional<List<String>> claim = RoutingClaim.parse(name);
        if (claim.isPresent()) {
            builder.addClaim(new ClaimMatch(claim.get(), value(value), without));
        } else {
            headers.add(header(name, value, without));
        }
    }

    private static HeaderMatch header(String name, StringMatch value, boolean without) {
        ValueMatch condition = presentOr(value);
        boolean treatMissingAsEmpty = without && !(condition instanceof ValueMatch.Present);
        return new HeaderMatch(name, condition, without, treatMissingAsEmpty);
    }

    private static ValueMatch presentOr(StringMatch match) {
        return match.equals(StringMatch.regex(ANY_VALUE)) ? new ValueMatch.Present() : value(match);
    }
}
