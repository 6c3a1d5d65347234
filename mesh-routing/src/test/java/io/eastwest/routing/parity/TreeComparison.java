package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Compares two trees field by field. */
final class TreeComparison {
    private TreeComparison() {}

    static void compare(String field, JsonNode expected, JsonNode actual, Differences differences) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(field + "." + name, expected.path(name), actual.path(name), differences);
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            Iterator<JsonNode> other = actual.iterator();
            int index = 0;
            for (JsonNode item : expected) {
                compare(field + "[" + index++ + "]", item, other.next(), differences);
            }
        } else if (!same(expected, actual)) {
            differences.add(field, text(expected), text(actual));
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
            return expected.longValue() == actual.longValue();
        }
        return expected.equals(actual);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
