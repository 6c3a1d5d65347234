package io.eastwest.testing.mutation;

import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.GrpcRouteMatch;
import io.eastwest.model.gatewayapi.GrpcRouteRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes of a GRPCRoute. */
final class GrpcRouteMutator {
    private final GrpcRoute route;
    private final List<GrpcRouteRule> rules;
    private final Consumer<Mutation> found;

    private GrpcRouteMutator(GrpcRoute route, Consumer<Mutation> found) {
        this.route = route;
        this.rules = route.spec().rules();
        this.found = found;
    }

    static void add(GrpcRoute route, Consumer<Mutation> found) {
        GrpcRouteMutator mutator = new GrpcRouteMutator(route, found);
        for (int i = 0; i < mutator.rules.size(); i++) {
            mutator.add(i);
        }
    }

    private void add(MutationOperator operator, String path, String text, List<GrpcRouteRule> changed) {
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
        GrpcRouteRule rule = rules.get(index);
        add(MutationOperator.DELETE_RULE, path, "the rule is missing", Edits.without(rules, index));
        if (index + 1 < rules.size()) {
            add(MutationOperator.SWAP_RULES, path, "the rule comes after the next one", Edits.swapped(rules, index));
        }
        for (int i = 0; i < rule.matches().size(); i++) {
            addMatch(path, rule, index, i);
        }
        for (int i = 0; i < rule.backendRefs().size() && rule.backendRefs().size() > 1; i++) {
            add(
                    MutationOperator.DELETE_DESTINATION,
                    path + ".backendRefs[" + i + "]",
                    "the destination is missing",
                    Edits.with(
                            rules,
                            index,
                            rule.toBuilder()
                                    .backendRefs(Edits.without(rule.backendRefs(), i))
                                    .build()));
        }
        for (int i = 0; i < rule.filters().size(); i++) {
            add(
                    MutationOperator.DROP_SETTING,
                    path + ".filters[" + i + "]",
                    "the filter is missing",
                    Edits.with(
                            rules,
                            index,
                            rule.toBuilder()
                                    .filters(Edits.without(rule.filters(), i))
                                    .build()));
        }
    }

    private void addMatch(String rulePath, GrpcRouteRule rule, int index, int at) {
        List<GrpcRouteMatch> matches = rule.matches();
        GrpcRouteMatch match = matches.get(at);
        String path = rulePath + ".matches[" + at + "]";
        if (matches.size() > 1) {
            add(
                    MutationOperator.DELETE_MATCH,
                    path,
                    "the match is missing",
                    with(rule, index, Edits.without(matches, at)));
        }
        if (match.method().isPresent()) {
            GrpcRouteMatch changed = match.toBuilder().method(Optional.empty()).build();
            add(
                    MutationOperator.DROP_CONDITION,
                    path + ".method",
                    "the condition is missing",
                    with(rule, index, Edits.with(matches, at, changed)));
        }
        for (int i = 0; i < match.headers().size(); i++) {
            GrpcRouteMatch changed =
                    match.toBuilder().headers(Edits.without(match.headers(), i)).build();
            add(
                    MutationOperator.DROP_CONDITION,
                    path + ".headers[" + i + "]",
                    "the condition is missing",
                    with(rule, index, Edits.with(matches, at, changed)));
        }
    }

    private List<GrpcRouteRule> with(GrpcRouteRule rule, int index, List<GrpcRouteMatch> matches) {
        return Edits.with(rules, index, rule.toBuilder().matches(matches).build());
    }
}
