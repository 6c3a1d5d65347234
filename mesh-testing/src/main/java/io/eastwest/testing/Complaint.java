package io.eastwest.testing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text of an expectation on an answer about many calls that does not hold.
 *
 * @param expected what was expected, after "Expecting"
 * @param found the places where it does not hold, one line each
 */
record Complaint(String expected, List<String> found) {
    private static final int MOST_LINES = 20;

    String text(String answer) {
        String lines = found.stream()
                .limit(MOST_LINES)
                .map(line -> "\n  " + line.strip().replace("\n", "\n    "))
                .collect(Collectors.joining());
        int more = found.size() - MOST_LINES;
        return "Expecting " + expected + "\nbut there is:" + lines + (more > 0 ? "\n  and " + more + " more" : "")
                + "\n\n" + answer.stripTrailing();
    }
}
