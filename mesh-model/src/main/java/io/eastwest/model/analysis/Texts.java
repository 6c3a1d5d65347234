package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of messages. */
final class Texts {
    private static final int MOST = 5;

    private Texts() {}

    /** {@return {@code [a, b]}; from the sixth on they are only counted} */
    static String list(Collection<?> values) {
        return list(values, values.size());
    }

    /** {@return {@code [a, b]} of which there are more than are given; from the sixth on they are only counted} */
    static String list(Collection<?> values, int total) {
        List<String> shown = new ArrayList<>();
        for (Object value : values) {
            if (shown.size() == MOST) {
                return "[" + String.join(", ", shown) + " and " + (total - MOST) + " more]";
            }
            shown.add(String.valueOf(value));
        }
        return "[" + String.join(", ", shown) + "]";
    }

    /** {@return {@code a=1,b=2} in quotes, sorted by key} */
    static String selector(Map<String, String> labels) {
        return IssueText.quote(plain(labels));
    }

    /** {@return {@code a=1,b=2} sorted by key, as Kubernetes writes a selector} */
    static String plain(Map<String, String> labels) {
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(labels).forEach((key, value) -> pairs.add(key + "=" + value));
        return String.join(",", pairs);
    }
}
