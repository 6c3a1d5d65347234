package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The routes of a virtual host, indexed by path and method. The first route in the order of the rules that fulfils all its
 * conditions wins; the index only leaves out routes whose path or method cannot match.
 */
public final class RouteList {
    private final List<CompiledRoute> routes;
    private final PathIndex sensitive = new PathIndex(false);
    private final PathIndex folded = new PathIndex(true);
    private final PositionBucket expressions = new PositionBucket();

    private RouteList(List<CompiledRoute> routes) {
        this.routes = routes;
        IntStream.range(0, routes.size()).forEach(position -> index(position, routes.get(position)));
    }

    /**
     * {@return the compiled routes}
     *
     * @param routes routes in the order in which they are tried
     * @throws com.google.re2j.PatternSyntaxException if an expression is not RE2
     */
    public static RouteList of(List<ProxyRoute> routes) {
        return new RouteList(routes.stream().map(CompiledRoute::of).toList());
    }

    private void index(int position, CompiledRoute route) {
        if (route.path().kind() == PathCondition.Kind.REGEX) {
            expressions.add(position, route);
        } else {
            (route.path().foldsCase() ? folded : sensitive).add(position, route);
        }
    }

    /**
     * {@return the first route that matches; empty: none does}
     *
     * @param input the request
     * @param observer hears of the routes up to the one taken
     */
    public Optional<ProxyRoute> first(RouteInput input, RouteObserver observer) {
        Candidates candidates = observer.isWatching() ? Candidates.all(routes.size()) : candidates(input);
        for (int position = candidates.next(); position >= 0; position = candidates.next()) {
            CompiledRoute route = routes.get(position);
            Optional<RouteCondition> failure = route.firstFailure(input);
            if (observer.isWatching()) {
                observer.considered(route.route(), failure.isEmpty() ? List.of() : route.failures(input));
            }
            if (failure.isEmpty()) {
                return Optional.of(route.route());
            }
        }
        return Optional.empty();
    }

    private Candidates candidates(RouteInput input) {
        String path = input.pathWithoutQuery();
        String method = input.header(":method").orElse("");
        List<List<Integer>> lists = new ArrayList<>();
        sensitive.collect(path, method, lists);
        folded.collect(path, method, lists);
        expressions.collect(method, lists);
        return Candidates.merged(lists);
    }
}
