package io.eastwest.routing.match;

import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A route with its conditions compiled. Immutable and thread-safe; equal only to itself. */
final class CompiledRoute {
    private final ProxyRoute route;
    private final PathCondition path;
    private final RouteCondition[] others;
    private final RouteCondition[] beyondIndex;
    private final Optional<String> method;
    private final Optional<CompiledRoute> found = Optional.of(this);

    private CompiledRoute(
            ProxyRoute route,
            PathCondition path,
            List<RouteCondition> others,
            List<RouteCondition> beyondIndex,
            Optional<String> method) {
        this.route = route;
        this.path = path;
        this.others = others.toArray(RouteCondition[]::new);
        this.beyondIndex = beyondIndex.toArray(RouteCondition[]::new);
        this.method = method;
    }

    static CompiledRoute of(ProxyRoute route) {
        RouteMatch match = route.match();
        List<RouteCondition> others = new ArrayList<>();
        List<RouteCondition> beyondIndex = new ArrayList<>();
        Optional<String> method = Optional.empty();
        for (HeaderMatch header : match.headers()) {
            HeaderCondition condition = HeaderCondition.of(header);
            others.add(condition);
            Optional<String> only = HeaderCondition.exactMethod(header);
            if (method.isEmpty() && only.isPresent()) {
                method = only;
            } else {
                beyondIndex.add(condition);
            }
        }
        List<RouteCondition> rest = new ArrayList<>();
        match.queryParameters().forEach(query -> rest.add(QueryCondition.of(query)));
        match.claims().forEach(claim -> rest.add(ClaimCondition.of(claim)));
        others.addAll(rest);
        beyondIndex.addAll(rest);
        return new CompiledRoute(route, PathCondition.of(match), others, beyondIndex, method);
    }

    ProxyRoute route() {
        return route;
    }

    /** {@return this, as an answer that needs no new object} */
    Optional<CompiledRoute> found() {
        return found;
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
        return Stream.concat(Stream.of(path), Stream.of(others))
                .filter(condition -> !condition.holds(input))
                .map(condition -> condition.failure(input))
                .toList();
    }

    /** {@return names of the headers that it looks at, in lower case} */
    List<String> headerNames() {
        List<String> names = new ArrayList<>();
        for (RouteCondition other : others) {
            if (other instanceof HeaderCondition header) {
                names.add(header.name());
            }
        }
        return names;
    }

    boolean looksAtClaims() {
        return List.of(others).stream().anyMatch(ClaimCondition.class::isInstance);
    }

    /** {@return whether it takes every request whose path starts with a slash} */
    boolean takesEverything() {
        return others.length == 0
                && path.kind() == PathCondition.Kind.PREFIX
                && (path.text().isEmpty() || path.text().equals("/"));
    }

    /** {@return whether the request fulfils all conditions but those that the index has looked at: a path that is no expression, and
     * the method} */
    boolean takesIndexed(RouteInput input) {
        for (RouteCondition other : beyondIndex) {
            if (!other.holds(input)) {
                return false;
            }
        }
        return path.kind() != PathCondition.Kind.REGEX || path.holds(input);
    }

    /** {@return the first condition that does not hold; empty: the route matches} */
    Optional<RouteCondition> firstFailure(RouteInput input) {
        if (!path.holds(input)) {
            return Optional.of(path);
        }
        for (RouteCondition other : others) {
            if (!other.holds(input)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
