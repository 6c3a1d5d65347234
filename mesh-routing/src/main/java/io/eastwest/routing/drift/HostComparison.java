package io.eastwest.routing.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Compares virtual hosts. A route belongs to the first one of the other side with the same match, and else with the same name,
 * that no earlier route belongs to.
 */
final class HostComparison {
    private final String path;
    private final List<Drift> differences;

    HostComparison(String path, List<Drift> differences) {
        this.path = path;
        this.differences = differences;
    }

    void compare(HostFacts expected, HostFacts actual) {
        if (!expected.domains().equals(actual.domains())) {
            differences.add(Drift.different(
                    path + " > domains",
                    expected.domains().toString(),
                    actual.domains().toString()));
        }
        if (expected.requiresTls() != actual.requiresTls()) {
            differences.add(
                    Drift.different(path + " > TLS required", "" + expected.requiresTls(), "" + actual.requiresTls()));
        }
        routes(expected.routes(), actual.routes());
    }

    private void routes(List<RouteFacts> expected, List<RouteFacts> actual) {
        boolean[] taken = new boolean[actual.size()];
        List<Integer> positions = new ArrayList<>();
        for (RouteFacts route : expected) {
            int position = take(route, actual, taken);
            if (position < 0) {
                differences.add(Drift.missing(path, "route " + route));
                continue;
            }
            positions.add(position);
            RouteFacts other = actual.get(position);
            String name = route.aspects().getOrDefault("name", "");
            String at = path + " > " + (name.isEmpty() ? route.match() : name);
            if (!route.match().equals(other.match())) {
                differences.add(Drift.different(at + " > match", route.match(), other.match()));
            }
            aspects(at, route.aspects(), other.aspects(), differences);
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                differences.add(Drift.unexpected(path, "route " + actual.get(i)));
            }
        }
        List<Integer> sorted = positions.stream().sorted().toList();
        if (!sorted.equals(positions)) {
            differences.add(new Drift(
                    Drift.Kind.REORDERED,
                    path,
                    Optional.of(matches(positions, actual)),
                    Optional.of(matches(sorted, actual))));
        }
    }

    private static String matches(List<Integer> positions, List<RouteFacts> routes) {
        return positions.stream().map(each -> routes.get(each).match()).toList().toString();
    }

    /** {@return the position of the route that belongs to another, from now on taken; -1: none does} */
    private static int take(RouteFacts route, List<RouteFacts> actual, boolean[] taken) {
        String name = route.aspects().getOrDefault("name", "");
        int named = -1;
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && actual.get(i).match().equals(route.match())) {
                taken[i] = true;
                return i;
            }
            boolean isNamed =
                    !name.isEmpty() && name.equals(actual.get(i).aspects().get("name"));
            named = !taken[i] && isNamed && named < 0 ? i : named;
        }
        if (named >= 0) {
            taken[named] = true;
        }
        return named;
    }

    static void aspects(
            String path, SortedMap<String, String> expected, Map<String, String> actual, List<Drift> differences) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        for (String name : names) {
            String wanted = expected.get(name);
            String found = actual.get(name);
            if (wanted == null) {
                differences.add(Drift.unexpected(path + " > " + name, String.valueOf(found)));
            } else if (found == null) {
                differences.add(Drift.missing(path + " > " + name, wanted));
            } else if (!wanted.equals(found)) {
                differences.add(Drift.different(path + " > " + name, wanted, found));
            }
        }
    }
}
