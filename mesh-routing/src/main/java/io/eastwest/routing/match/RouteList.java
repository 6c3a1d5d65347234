package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ProxyRoute;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The routes of a virtual host, indexed by path and method. The first route in the order of the rules that fulfils all its
 * conditions wins; the index only leaves out routes whose path or method cannot match.
 */
public final class RouteList {
    private final CompiledRoute[] routes;
    private final PathTree sensitive = new PathTree();
    private final PathTree folded = new PathTree();
    private final PositionBucket expressions = new PositionBucket();

    private RouteList(List<CompiledRoute> routes) {
        this.routes = routes.toArray(CompiledRoute[]::new);
        for (int position = 0; position < this.routes.length; position++) {
            index(position, this.routes[position]);
        }
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

    /** {@return names of the headers that any route looks at, in lower case} */
    List<String> headerNames() {
        TreeSet<String> names = new TreeSet<>();
        for (CompiledRoute route : routes) {
            names.addAll(route.headerNames());
        }
        return List.copyOf(names);
    }

    /** {@return whether any route looks at the claims of a token} */
    boolean looksAtClaims() {
        return List.of(routes).stream().anyMatch(CompiledRoute::looksAtClaims);
    }

    /** {@return whether the first route takes every request whose path starts with a slash} */
    boolean isDecided() {
        return routes.length > 0 && routes[0].takesEverything();
    }

    /**
     * {@return the first route that matches; empty: none does}
     *
     * @param input the request
     * @param observer hears of the routes up to the one taken
     */
    public Optional<ProxyRoute> first(RouteInput input, RouteObserver observer) {
        return (observer.isWatching() ? watched(input, observer) : choose(input)).map(CompiledRoute::route);
    }

    /** {@return the first route that matches; empty: none does} */
    Optional<CompiledRoute> choose(RouteInput input) {
        String target = input.target();
        int best = sensitive.first(target, input.pathEnd(), routes, input, routes.length);
        if (!folded.isEmpty()) {
            String lower = PathCondition.fold(input.pathWithoutQuery(), true);
            best = folded.first(lower, lower.length(), routes, input, best);
        }
        best = expressions.first(routes, input, best);
        return best == routes.length ? Optional.empty() : routes[best].found();
    }

    private Optional<CompiledRoute> watched(RouteInput input, RouteObserver observer) {
        for (CompiledRoute route : routes) {
            Optional<RouteCondition> failure = route.firstFailure(input);
            observer.considered(route.route(), failure.isEmpty() ? List.of() : route.failures(input));
            if (failure.isEmpty()) {
                return route.found();
            }
        }
        return Optional.empty();
    }
}
