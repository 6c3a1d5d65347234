package io.eastwest.routing.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Collects differences. */
final class Differences {
    private static final String NOTHING = "nothing";

    private final List<Difference> found = new ArrayList<>();

    List<Difference> found() {
        return List.copyOf(found);
    }

    void add(String field, Object expected, Object actual) {
        found.add(new Difference(field, expected.toString(), actual.toString()));
    }

    void same(String field, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            add(field, shown(expected), shown(actual));
        }
    }

    private static Object shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.<Object>map(Differences::shown).orElse(NOTHING);
        }
        return value instanceof String text ? "\"" + text + "\"" : value;
    }
}
