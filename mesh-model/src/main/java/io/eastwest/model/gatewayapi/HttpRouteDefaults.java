package io.eastwest.model.gatewayapi;

import java.util.List;

/** The defaults of {@code HTTPRoute}, as the schema of Gateway API v1.6.1 states them. */
final class HttpRouteDefaults {
    private static final HttpPathMatch ANY_PATH = HttpPathMatch.of(PathMatchType.PathPrefix, "/");

    private HttpRouteDefaults() {}

    static HttpRoute of(HttpRoute route) {
        HttpRouteSpec spec = route.spec();
        List<HttpRouteRule> rules =
                spec.rules().orElseGet(() -> List.of(HttpRouteRule.builder().build()));
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .parentRefs(ReferenceDefaults.parents(spec.parentRefs()))
                        .rules(rules.stream().map(HttpRouteDefaults::of).toList())
                        .build())
                .build();
    }

    private static HttpRouteRule of(HttpRouteRule rule) {
        List<HttpRouteMatch> matches =
                rule.matches().orElseGet(() -> List.of(HttpRouteMatch.builder().build()));
        return rule.toBuilder()
                .matches(matches.stream().map(HttpRouteDefaults::of).toList())
                .filters(FilterDefaults.http(rule.filters()))
                .backendRefs(
                        rule.backendRefs().stream().map(ReferenceDefaults::of).toList())
                .sessionPersistence(rule.sessionPersistence().map(FilterDefaults::of))
                .build();
    }

    private static HttpRouteMatch of(HttpRouteMatch match) {
        return match.toBuilder()
                .path(match.path().map(HttpRouteDefaults::of).orElse(ANY_PATH))
                .headers(match.headers().stream().map(HttpRouteDefaults::of).toList())
                .queryParams(
                        match.queryParams().stream().map(HttpRouteDefaults::of).toList())
                .build();
    }

    private static HttpPathMatch of(HttpPathMatch path) {
        return HttpPathMatch.of(
                path.type().orElse(PathMatchType.PathPrefix), path.value().orElse("/"));
    }

    private static HttpHeaderMatch of(HttpHeaderMatch header) {
        return header.toBuilder()
                .type(header.type().orElse(HeaderMatchType.Exact))
                .build();
    }

    private static HttpQueryParamMatch of(HttpQueryParamMatch parameter) {
        return parameter.toBuilder()
                .type(parameter.type().orElse(QueryParamMatchType.Exact))
                .build();
    }
}
