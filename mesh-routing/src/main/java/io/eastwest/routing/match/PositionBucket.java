package io.eastwest.routing.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Positions of routes that share a path condition, split by the method that they demand. Filled once, then only read. */
final class PositionBucket {
    private final List<Integer> anyMethod = new ArrayList<>();
    private final Map<String, List<Integer>> byMethod = new LinkedHashMap<>();

    /** Adds a position; positions arrive in ascending order. */
    void add(int position, CompiledRoute route) {
        route.method()
                .map(method -> byMethod.computeIfAbsent(method, key -> new ArrayList<>()))
                .orElse(anyMethod)
                .add(position);
    }

    /** Collects the lists of positions that may match. */
    void collect(String method, List<List<Integer>> into) {
        if (!anyMethod.isEmpty()) {
            into.add(anyMethod);
        }
        List<Integer> some = byMethod.get(method);
        if (some != null) {
            into.add(some);
        }
    }
}
