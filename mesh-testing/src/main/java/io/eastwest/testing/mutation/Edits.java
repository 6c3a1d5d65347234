package io.eastwest.testing.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Changed copies of lists and maps. */
final class Edits {
    private static final int PART = 10;

    private Edits() {}

    static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    static <T> List<T> with(List<T> list, int index, T value) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, value);
        return copy;
    }

    static <T> List<T> swapped(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        Collections.swap(copy, index, index + 1);
        return copy;
    }

    static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return copy;
    }

    /** {@return how much of a weight moves to its neighbour, negative: the other way; 0: neither has any} */
    static int moved(OptionalInt weight, OptionalInt neighbour, int otherwise) {
        int own = weight.orElse(otherwise);
        int other = neighbour.orElse(otherwise);
        return own > 0 ? Math.min(PART, own) : -Math.min(PART, other);
    }
}
