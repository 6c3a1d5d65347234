package io.eastwest.routing.security;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a rule takes all calls that another takes, as far as their fields and values tell. Never says so wrongly. */
final class RuleCover {
    private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");
    private static final String ANY = "*";
    /** Fields of which a value with {@code *} at its end takes what starts so. */
    private static final List<String> TEXTS =
            List.of("from.source.principals", "from.source.namespaces", "to.operation.paths", "to.operation.methods");

    private RuleCover() {}

    static boolean covers(CompiledRule wide, CompiledRule narrow) {
        return all(wide.callers(), narrow.callers()) && all(wide.operations(), narrow.operations());
    }

    /** {@return whether each alternative of the narrow rule is within one of the wide rule} */
    private static boolean all(List<List<FieldCondition>> wide, List<List<FieldCondition>> narrow) {
        return narrow.stream()
                .allMatch(alternative -> wide.stream()
                        .anyMatch(conditions -> conditions.stream()
                                .allMatch(condition -> alternative.stream().anyMatch(own -> implies(own, condition)))));
    }

    private static boolean implies(FieldCondition narrow, FieldCondition wide) {
        String field = INDEX.matcher(wide.path()).replaceAll("");
        if (narrow.negated() != wide.negated()
                || !INDEX.matcher(narrow.path()).replaceAll("").equals(field)) {
            return false;
        }
        return wide.negated()
                ? narrow.values().containsAll(wide.values())
                : narrow.values().stream()
                        .allMatch(value -> wide.values().stream()
                                .anyMatch(pattern -> takes(pattern, value, TEXTS.contains(field))));
    }

    private static boolean takes(String pattern, String value, boolean text) {
        if (pattern.equals(value)) {
            return true;
        }
        boolean plain = text && !pattern.contains("{") && !value.contains("{") && !value.startsWith(ANY);
        if (!plain || value.isEmpty()) {
            return false;
        }
        return pattern.equals(ANY)
                || (pattern.endsWith(ANY)
                        && pattern.indexOf('*') == pattern.length() - 1
                        && value.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
