package io.eastwest.testing.mutation;

import io.eastwest.model.gatewayapi.HttpBackendReference;
import io.eastwest.model.gatewayapi.HttpPathMatch;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.HttpRouteMatch;
import io.eastwest.model.gatewayapi.HttpRouteRule;
import io.eastwest.model.gatewayapi.PathMatchType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes of an HTTPRoute. */
final class HttpRouteMutator {
    private HttpRouteMutator() {}

    static void add(HttpRoute route, Consumer<Mutation> found) {
        RuleChanges.all(
                route.spec().rules().orElse(List.of()),
                changed -> route.toBuilder()
                        .spec(route.spec().toBuilder().rules(changed).build())
                        .build(),
                found,
                HttpRouteMutator::addRule);
    }

    private static void addRule(RuleChanges<HttpRouteRule> changes) {
        HttpRouteRule rule = changes.rule();
        for (int i = 0; i < rule.matches().orElse(List.of()).size(); i++) {
            addMatch(changes, i);
        }
        for (int i = 0; i < rule.backendRefs().size(); i++) {
            addBackend(changes, i);
        }
        changes.dropFilters(
                rule.filters(), left -> rule.toBuilder().filters(left).build());
        changes.dropSetting(
                "timeouts",
                rule.timeouts(),
                rule.toBuilder().timeouts(Optional.empty()).build());
        changes.dropSetting(
                "retry", rule.retry(), rule.toBuilder().retry(Optional.empty()).build());
    }

    private static void addMatch(RuleChanges<HttpRouteRule> changes, int at) {
        HttpRouteRule rule = changes.rule();
        List<HttpRouteMatch> matches = rule.matches().orElse(List.of());
        HttpRouteMatch match = matches.get(at);
        String path = changes.path() + ".matches[" + at + "]";
        Function<List<HttpRouteMatch>, HttpRouteRule> with =
                changed -> rule.toBuilder().matches(changed).build();
        Function<HttpRouteMatch, HttpRouteRule> changing = changed -> with.apply(Edits.with(matches, at, changed));
        changes.deleteMatch(path, matches, at, with);
        changes.dropConditions(
                path + ".headers",
                match.headers(),
                left -> changing.apply(match.toBuilder().headers(left).build()));
        changes.dropConditions(
                path + ".queryParams",
                match.queryParams(),
                left -> changing.apply(match.toBuilder().queryParams(left).build()));
        if (match.method().isPresent()) {
            changes.dropCondition(
                    path + ".method",
                    changing.apply(match.toBuilder().method(Optional.empty()).build()));
        }
        match.path().ifPresent(each -> {
            changes.dropCondition(
                    path + ".path",
                    changing.apply(match.toBuilder().path(Optional.empty()).build()));
            addPath(
                    changes,
                    path + ".path",
                    each,
                    changed -> changing.apply(match.toBuilder().path(changed).build()));
        });
    }

    private static void addPath(
            RuleChanges<HttpRouteRule> changes,
            String path,
            HttpPathMatch match,
            Function<HttpPathMatch, HttpRouteRule> with) {
        PathMatchType type = match.type().orElse(PathMatchType.PathPrefix);
        String value = match.value().orElse("/");
        if (type == PathMatchType.PathPrefix) {
            changes.replace(
                    MutationOperator.PREFIX_TO_EXACT,
                    path,
                    "the prefix is the whole path",
                    with.apply(HttpPathMatch.exact(value)));
        } else if (type == PathMatchType.Exact) {
            changes.replace(
                    MutationOperator.EXACT_TO_PREFIX,
                    path,
                    "the path is a prefix",
                    with.apply(HttpPathMatch.prefix(value)));
        }
    }

    private static void addBackend(RuleChanges<HttpRouteRule> changes, int at) {
        HttpRouteRule rule = changes.rule();
        List<HttpBackendReference> backends = rule.backendRefs();
        HttpBackendReference backend = backends.get(at);
        String path = changes.path() + ".backendRefs[" + at + "]";
        Function<List<HttpBackendReference>, HttpRouteRule> with =
                changed -> rule.toBuilder().backendRefs(changed).build();
        changes.deleteDestination(path, backends, at, with);
        if (at + 1 < backends.size()) {
            HttpBackendReference next = backends.get(at + 1);
            int moved = Edits.moved(backend.weight(), next.weight(), 1);
            changes.replace(
                    MutationOperator.SHIFT_WEIGHT,
                    path,
                    "weight " + moved + " is with the next destination",
                    with.apply(Edits.with(
                            Edits.with(backends, at, weighing(backend, -moved)), at + 1, weighing(next, moved))));
        }
        if (backend.port().isPresent()) {
            int port = backend.port().getAsInt() + 1;
            changes.replace(
                    MutationOperator.CHANGE_PORT,
                    path + ".port",
                    "the port is " + port,
                    with.apply(Edits.with(
                            backends, at, backend.toBuilder().port(port).build())));
        }
    }

    private static HttpBackendReference weighing(HttpBackendReference backend, int more) {
        return backend.toBuilder().weight(backend.weight().orElse(1) + more).build();
    }
}
