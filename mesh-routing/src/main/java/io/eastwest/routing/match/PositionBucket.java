package io.eastwest.routing.match;

import java.util.LinkedHashMap;
import java.util.Map;

/** Positions of routes that share a path condition, split by the method that they demand. Filled once, then only read. */
final class PositionBucket {
    private final Positions anyMethod = new Positions();
    private final Map<String, Positions> byMethod = new LinkedHashMap<>();

    /** Adds a position; positions arrive in ascending order. */
    void add(int position, CompiledRoute route) {
        route.method()
                .map(method -> byMethod.computeIfAbsent(method, key -> new Positions()))
                .orElse(anyMethod)
                .add(position);
    }

    /** {@return the first position below a limit whose route takes a request of this path; the limit when none does} */
    int first(CompiledRoute[] routes, RouteInput input, int limit) {
        int found = anyMethod.first(routes, input, limit);
        if (byMethod.isEmpty()) {
            return found;
        }
        Positions some = byMethod.get(input.method());
        return some == null ? found : some.first(routes, input, found);
    }
}
