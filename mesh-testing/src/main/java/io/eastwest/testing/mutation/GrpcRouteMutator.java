package io.eastwest.testing.mutation;

import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.GrpcRouteMatch;
import io.eastwest.model.gatewayapi.GrpcRouteRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes of a GRPCRoute. */
final class GrpcRouteMutator {
    private GrpcRouteMutator() {}

    static void add(GrpcRoute route, Consumer<Mutation> found) {
        RuleChanges.all(
                route.spec().rules(),
                changed -> route.toBuilder()
                        .spec(route.spec().toBuilder().rules(changed).build())
                        .build(),
                found,
                GrpcRouteMutator::addRule);
    }

    private static void addRule(RuleChanges<GrpcRouteRule> changes) {
        GrpcRouteRule rule = changes.rule();
        for (int i = 0; i < rule.matches().size(); i++) {
            addMatch(changes, i);
        }
        for (int i = 0; i < rule.backendRefs().size(); i++) {
            changes.deleteDestination(
                    changes.path() + ".backendRefs[" + i + "]",
                    rule.backendRefs(),
                    i,
                    left -> rule.toBuilder().backendRefs(left).build());
        }
        changes.dropFilters(
                rule.filters(), left -> rule.toBuilder().filters(left).build());
    }

    private static void addMatch(RuleChanges<GrpcRouteRule> changes, int at) {
        GrpcRouteRule rule = changes.rule();
        List<GrpcRouteMatch> matches = rule.matches();
        GrpcRouteMatch match = matches.get(at);
        String path = changes.path() + ".matches[" + at + "]";
        Function<List<GrpcRouteMatch>, GrpcRouteRule> with =
                changed -> rule.toBuilder().matches(changed).build();
        Function<GrpcRouteMatch, GrpcRouteRule> changing = changed -> with.apply(Edits.with(matches, at, changed));
        changes.deleteMatch(path, matches, at, with);
        if (match.method().isPresent()) {
            changes.dropCondition(
                    path + ".method",
                    changing.apply(match.toBuilder().method(Optional.empty()).build()));
        }
        changes.dropConditions(
                path + ".headers",
                match.headers(),
                left -> changing.apply(match.toBuilder().headers(left).build()));
    }
}
