package io.eastwest.routing.drift;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One route as it is compared.
 *
 * @param match what it matches; two routes of one match are told apart by their order
 * @param aspects settings by name
 */
record RouteFacts(String match, SortedMap<String, String> aspects) {
    static RouteFacts of(String match, Map<String, String> aspects) {
        return new RouteFacts(match, new TreeMap<>(aspects));
    }

    @Override
    public String toString() {
        return match + " -> " + aspects.getOrDefault("action", "");
    }
}
