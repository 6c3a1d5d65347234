package io.eastwest.model.style;

import io.eastwest.model.issue.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a wire object of which at most one may be set. */
public final class Oneof {
    private Oneof() {}

    /**
     * Checks that at most one field is set.
     *
     * @param namesAndValues name and value of each field in turn; a value is null when the field is not set
     * @throws InvalidResourceException if two are set, naming them
     */
    public static void atMostOne(@Nullable Object... namesAndValues) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                set.add(String.valueOf(namesAndValues[i]));
            }
        }
        if (set.size() > 1) {
            throw InvalidResourceException.conflict(set);
        }
    }
}
