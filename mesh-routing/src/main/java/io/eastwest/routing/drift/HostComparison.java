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
        routes(expected.routes(), new ArrayList<>(actual.routes()));
    }

    private void routes(List<RouteFacts> expected, List<RouteFacts> rest) {
        List<RouteFacts> others = List.copyOf(rest);
        List<Integer> positions = new ArrayList<>();
        List<RouteFacts> paired = new ArrayList<>();
        for (RouteFacts route : expected) {
            Optional<RouteFacts> other = take(route, rest);
            if (other.isEmpty()) {
                differences.add(Drift.missing(path, "route " + route));
                continue;
            }
            positions.add(position(others, other.get()));
            paired.add(other.get());
            String name = route.aspects().getOrDefault("name", "");
            String at = path + " > " + (name.isEmpty() ? route.match() : name);
            if (!route.match().equals(other.get().match())) {
                differences.add(Drift.different(
                        at + " > match", route.match(), other.get().match()));
            }
            aspects(at, route.aspects(), other.get().aspects(), differences);
        }
        rest.forEach(route -> differences.add(Drift.unexpected(path, "route " + route)));
        List<Integer> sorted = positions.stream().sorted().toList();
        if (!sorted.equals(positions)) {
            List<String> found =
                    sorted.stream().map(each -> others.get(each).match()).toList();
            differences.add(new Drift(
                    Drift.Kind.REORDERED,
                    path,
                    Optional.of(paired.stream().map(RouteFacts::match).toList().toString()),
                    Optional.of(found.toString())));
        }
    }

    private static int position(List<RouteFacts> all, RouteFacts route) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == route) {
                return i;
            }
        }
        throw new IllegalStateException("a route is taken from this list");
    }

    private static Optional<RouteFacts> take(RouteFacts route, List<RouteFacts> rest) {
        String name = route.aspects().getOrDefault("name", "");
        Optional<RouteFacts> found = rest.stream()
                .filter(each -> each.match().equals(route.match()))
                .findFirst()
                .or(() -> rest.stream()
                        .filter(each ->
                                !name.isEmpty() && name.equals(each.aspects().get("name")))
                        .findFirst());
        found.ifPresent(each -> removeSame(rest, each));
        return found;
    }

    private static void removeSame(List<RouteFacts> rest, RouteFacts route) {
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i) == route) {
                rest.remove(i);
                return;
            }
        }
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
