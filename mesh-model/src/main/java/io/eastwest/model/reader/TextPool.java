package io.eastwest.model.reader;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Short texts and shapes of documents that were read lately, so that equal ones are one object: manifests repeat names of fields,
 * namespaces, label values. It holds a fixed number of them, and a new one takes the place of another. Nobody changes an array that
 * was pooled. Threads may share it: what one of them does not see is kept twice.
 */
final class TextPool {
    private static final int TEXTS = 4096;
    private static final int SHAPES = 1024;
    private static final int LONGEST = 64;
    private static final int SPREAD = 16;

    private final @Nullable String[] known = new String[TEXTS];
    private final AtomicReferenceArray<char[]> numbers = new AtomicReferenceArray<>(SHAPES);
    private final AtomicReferenceArray<@Nullable String[]> names = new AtomicReferenceArray<>(SHAPES);

    /** {@return an equal text} */
    String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> SPREAD) & TEXTS - 1;
        String found = known[place];
        if (text.equals(found)) {
            return found;
        }
        known[place] = text;
        return text;
    }

    /** {@return equal names of fields: many documents have the same fields in the same order} */
    @Nullable
    String[] names(@Nullable String[] fields) {
        int place = place(Arrays.hashCode(fields));
        @Nullable String[] found = names.get(place);
        if (found != null && Arrays.equals(fields, found)) {
            return found;
        }
        names.set(place, fields);
        return fields;
    }

    /** {@return equal numbers: many documents are indented alike} */
    char[] numbers(char[] ofNodes) {
        int place = place(Arrays.hashCode(ofNodes));
        char[] found = numbers.get(place);
        if (found != null && Arrays.equals(ofNodes, found)) {
            return found;
        }
        numbers.set(place, ofNodes);
        return ofNodes;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> SPREAD) & SHAPES - 1;
    }
}
