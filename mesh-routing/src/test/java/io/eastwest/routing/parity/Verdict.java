package io.eastwest.routing.parity;

import java.util.List;

/**
 * What came out of one check.
 *
 * @param area area of the case
 * @param caseId case
 * @param check id of the call, or {@code warnings}
 * @param differences differences; none: passed
 * @param trace steps of the decision of a failed call
 */
record Verdict(String area, String caseId, String check, List<Difference> differences, List<String> trace) {
    /** Name of the check of the warnings of a case. */
    static final String WARNINGS = "warnings";

    private static final int MOST_DIFFERENCES = 12;
    private static final int MOST_STEPS = 40;

    boolean passed() {
        return differences.isEmpty();
    }

    String id() {
        return caseId + "#" + check;
    }

    /** {@return the fields that differ, each once, in order; what stands in brackets is left out} */
    List<String> fields() {
        return differences.stream()
                .map(difference -> difference.field().replaceAll("\\[[^\\]]*]", "[]"))
                .distinct()
                .toList();
    }

    /** {@return the failure for people, bounded in length} */
    String text() {
        StringBuilder text = new StringBuilder(id());
        differences.stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> text.append("\n    ").append(difference));
        more(text, differences.size() - MOST_DIFFERENCES, "differences");
        if (!trace.isEmpty()) {
            text.append("\n    trace:");
            trace.stream()
                    .limit(MOST_STEPS)
                    .forEach(step -> text.append("\n      ").append(step));
            more(text, trace.size() - MOST_STEPS, "steps");
        }
        return text.toString();
    }

    private static void more(StringBuilder text, int rest, String what) {
        if (rest > 0) {
            text.append("\n    and ").append(rest).append(" more ").append(what);
        }
    }
}
