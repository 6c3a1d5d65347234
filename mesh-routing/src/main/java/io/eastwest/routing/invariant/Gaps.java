package io.eastwest.routing.invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was not covered, each reason once with the targets that it is about. */
final class Gaps {
    private static final int MOST_NAMED = 5;

    private final List<String> general = new ArrayList<>();
    private final Map<String, Set<String>> targets = new LinkedHashMap<>();

    void add(String reason, String target) {
        targets.computeIfAbsent(reason, key -> new LinkedHashSet<>()).add(target);
    }

    /** Something that is about no single target. */
    void add(String line) {
        general.add(line);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(general);
        targets.forEach((reason, names) -> {
            List<String> first = names.stream().limit(MOST_NAMED).toList();
            String more = names.size() > first.size() ? " and " + (names.size() - first.size()) + " more" : "";
            lines.add(String.join(", ", first) + more + ": " + reason);
        });
        return lines;
    }
}
