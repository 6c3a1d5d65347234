package io.eastwest.routing.match;

import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route with its conditions compiled. Immutable and thread-safe. */
final class CompiledRoute {
    private final ProxyRoute route;
    private final PathCondition path;
    private final List<RouteCondition> conditions;
    private final Optional<String> method;

    private CompiledRoute(
            ProxyRoute route, PathCondition path, List<RouteCondition> conditions, Optional<String> method) {
        this.route = route;
        this.path = path;
        this.conditions = conditions;
        this.method = method;
    }

    static CompiledRoute of(ProxyRoute route) {
        RouteMatch match = route.match();
        PathCondition path = PathCondition.of(match);
        List<RouteCondition> conditions = new ArrayList<>();
        conditions.add(path);
        Optional<String> method = Optional.empty();
        for (HeaderMatch header : match.headers()) {
            conditions.add(HeaderCondition.of(header));
            method = method.or(() -> HeaderCondition.exactMethod(header));
        }
        match.queryParameters().forEach(query -> conditions.add(QueryCondition.of(query)));
        match.claims().forEach(claim -> conditions.add(ClaimCondition.of(claim)));
        return new CompiledRoute(route, path, List.copyOf(conditions), method);
    }

    ProxyRoute route() {
        return route;
    }

    PathCondition path() {
        return path;
    }

    /** {@return the only method that this route takes; empty: any, or it is decided by its conditions} */
    Optional<String> method() {
        return method;
    }

    /** {@return every condition that does not hold, with the values compared; empty: the route matches} */
    List<Mismatch> failures(RouteInput input) {
        return conditions.stream()
                .filter(condition -> !condition.holds(input))
                .map(condition -> condition.failure(input))
                .toList();
    }

    /** {@return the first condition that does not hold; empty: the route matches} */
    Optional<RouteCondition> firstFailure(RouteInput input) {
        for (RouteCondition condition : conditions) {
            if (!condition.holds(input)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }
}
