package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read lately, so that equal ones are one object: manifests repeat names of fields, namespaces, label values. It
 * holds a fixed number of texts, and a new one takes the place of another. Threads may share it: a text that one of them does not see
 * is kept twice.
 */
final class TextPool {
    private static final int TEXTS = 4096;
    private static final int LONGEST = 64;
    private static final int SPREAD = 16;

    private final @Nullable String[] known = new String[TEXTS];

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
}
