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
    private final HttpRoute route;
    private final List<HttpRouteRule> rules;
    private final Consumer<Mutation> found;

    private HttpRouteMutator(HttpRoute route, Consumer<Mutation> found) {
        this.route = route;
        this.rules = route.spec().rules().orElse(List.of());
        this.found = found;
    }

    static void add(HttpRoute route, Consumer<Mutation> found) {
        HttpRouteMutator mutator = new HttpRouteMutator(route, found);
        for (int i = 0; i < mutator.rules.size(); i++) {
            mutator.add(i);
        }
    }

    private void add(MutationOperator operator, String path, String text, List<HttpRouteRule> changed) {
        found.accept(new Mutation(
                operator,
                path,
                text,
                Optional.of(route.toBuilder()
                        .spec(route.spec().toBuilder().rules(changed).build())
                        .build())));
    }

    private void add(int index) {
        String path = "spec.rules[" + index + "]";
        HttpRouteRule rule = rules.get(index);
        add(MutationOperator.DELETE_RULE, path, "the rule is missing", Edits.without(rules, index));
        if (index + 1 < rules.size()) {
            add(MutationOperator.SWAP_RULES, path, "the rule comes after the next one", Edits.swapped(rules, index));
        }
        Function<HttpRouteRule, List<HttpRouteRule>> with = changed -> Edits.with(rules, index, changed);
        List<HttpRouteMatch> matches = rule.matches().orElse(List.of());
        for (int i = 0; i < matches.size(); i++) {
            addMatch(
                    path + ".matches[" + i + "]",
                    matches,
                    i,
                    changed -> with.apply(rule.toBuilder().matches(changed).build()));
        }
        for (int i = 0; i < rule.backendRefs().size(); i++) {
            addBackend(
                    path + ".backendRefs[" + i + "]",
                    rule.backendRefs(),
                    i,
                    changed -> with.apply(rule.toBuilder().backendRefs(changed).build()));
        }
        for (int i = 0; i < rule.filters().size(); i++) {
            add(
                    MutationOperator.DROP_SETTING,
                    path + ".filters[" + i + "]",
                    "the filter is missing",
                    with.apply(rule.toBuilder()
                            .filters(Edits.without(rule.filters(), i))
                            .build()));
        }
        if (rule.timeouts().isPresent()) {
            add(
                    MutationOperator.DROP_SETTING,
                    path + ".timeouts",
                    "timeouts is missing",
                    with.apply(rule.toBuilder().timeouts(Optional.empty()).build()));
        }
        if (rule.retry().isPresent()) {
            add(
                    MutationOperator.DROP_SETTING,
                    path + ".retry",
                    "retry is missing",
                    with.apply(rule.toBuilder().retry(Optional.empty()).build()));
        }
    }

    private void addMatch(
            String path,
            List<HttpRouteMatch> matches,
            int index,
            Function<List<HttpRouteMatch>, List<HttpRouteRule>> with) {
        HttpRouteMatch match = matches.get(index);
        if (matches.size() > 1) {
            add(MutationOperator.DELETE_MATCH, path, "the match is missing", with.apply(Edits.without(matches, index)));
        }
        Function<HttpRouteMatch, List<HttpRouteRule>> changing =
                changed -> with.apply(Edits.with(matches, index, changed));
        for (int i = 0; i < match.headers().size(); i++) {
            drop(
                    path + ".headers[" + i + "]",
                    changing.apply(match.toBuilder()
                            .headers(Edits.without(match.headers(), i))
                            .build()));
        }
        for (int i = 0; i < match.queryParams().size(); i++) {
            drop(
                    path + ".queryParams[" + i + "]",
                    changing.apply(match.toBuilder()
                            .queryParams(Edits.without(match.queryParams(), i))
                            .build()));
        }
        if (match.method().isPresent()) {
            drop(
                    path + ".method",
                    changing.apply(match.toBuilder().method(Optional.empty()).build()));
        }
        match.path().ifPresent(each -> {
            drop(
                    path + ".path",
                    changing.apply(match.toBuilder().path(Optional.empty()).build()));
            addPath(
                    path + ".path",
                    each,
                    changed -> changing.apply(match.toBuilder().path(changed).build()));
        });
    }

    private void addPath(String path, HttpPathMatch match, Function<HttpPathMatch, List<HttpRouteRule>> with) {
        PathMatchType type = match.type().orElse(PathMatchType.PathPrefix);
        String value = match.value().orElse("/");
        if (type == PathMatchType.PathPrefix) {
            add(
                    MutationOperator.PREFIX_TO_EXACT,
                    path,
                    "the prefix is the whole path",
                    with.apply(HttpPathMatch.exact(value)));
        } else if (type == PathMatchType.Exact) {
            add(
                    MutationOperator.EXACT_TO_PREFIX,
                    path,
                    "the path is a prefix",
                    with.apply(HttpPathMatch.prefix(value)));
        }
    }

    private void drop(String path, List<HttpRouteRule> changed) {
        add(MutationOperator.DROP_CONDITION, path, "the condition is missing", changed);
    }

    private void addBackend(
            String path,
            List<HttpBackendReference> backends,
            int index,
            Function<List<HttpBackendReference>, List<HttpRouteRule>> with) {
        HttpBackendReference backend = backends.get(index);
        if (backends.size() > 1) {
            add(
                    MutationOperator.DELETE_DESTINATION,
                    path,
                    "the destination is missing",
                    with.apply(Edits.without(backends, index)));
        }
        if (index + 1 < backends.size()) {
            HttpBackendReference next = backends.get(index + 1);
            int moved = Edits.moved(backend.weight(), next.weight(), 1);
            add(
                    MutationOperator.SHIFT_WEIGHT,
                    path,
                    "weight " + moved + " is with the next destination",
                    with.apply(Edits.with(
                            Edits.with(backends, index, weighing(backend, -moved)), index + 1, weighing(next, moved))));
        }
        if (backend.port().isPresent()) {
            int port = backend.port().getAsInt() + 1;
            add(
                    MutationOperator.CHANGE_PORT,
                    path + ".port",
                    "the port is " + port,
                    with.apply(Edits.with(
                            backends, index, backend.toBuilder().port(port).build())));
        }
    }

    private static HttpBackendReference weighing(HttpBackendReference backend, int more) {
        return backend.toBuilder().weight(backend.weight().orElse(1) + more).build();
    }
}
