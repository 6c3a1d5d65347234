package io.eastwest.routing.security;

import java.util.List;
import java.util.stream.Collectors;

/** Values in explanations: quoted, and cut where they are long. */
final class PolicyText {
    private static final int LIMIT = 80;

    private PolicyText() {}

    static String quoted(String text) {
        String shown = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "...";
        return '"' + shown + '"';
    }

    static String list(List<String> values) {
        return values.stream().map(PolicyText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
