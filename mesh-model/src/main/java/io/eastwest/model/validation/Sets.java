package io.eastwest.model.validation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Fixed sets of words that keep their order. */
final class Sets {
    private Sets() {}

    static Set<String> of(String... words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(words)));
    }
}
