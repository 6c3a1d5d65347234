package io.eastwest.model.issue;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the texts of issues are put together. */
public final class IssueText {
    private static final int LONGEST_VALUE = 80;
    private static final int MOST_LINES = 50;

    private IssueText() {}

    /**
     * Shows a value of the user in a text: in double quotes, cut after 80 characters, control characters escaped. Never
     * pass key material.
     *
     * @param value the value
     * @return the quoted value
     */
    public static String quote(String value) {
        int length = value.codePointCount(0, value.length());
        String shown = length <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "...";
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < shown.length(); i++) {
            appendEscaped(text, shown.charAt(i));
        }
        return text.append('"').toString();
    }

    static void appendEscaped(StringBuilder text, char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else {
            appendOnOneLine(text, c);
        }
    }

    private static void appendOnOneLine(StringBuilder text, char c) {
        if (c == '\n') {
            text.append("\\n");
        } else if (isTrouble(c)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            text.append(c);
        }
    }

    private static boolean isTrouble(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** Names of resources and texts of others may hold line breaks. */
    private static String onOneLine(String line) {
        if (line.chars().noneMatch(c -> isTrouble((char) c))) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            appendOnOneLine(text, line.charAt(i));
        }
        return text.toString();
    }

    /**
     * Lists alternatives: {@code one of A, B, C}.
     *
     * @param values the alternatives in the order to show
     * @return the list, cut after 20 of them
     */
    public static String oneOf(Collection<String> values) {
        String shown = values.stream().limit(20).collect(Collectors.joining(", "));
        return values.size() > 20 ? "one of " + shown + ", ..." : "one of " + shown;
    }

    static String line(Issue issue) {
        StringBuilder text = new StringBuilder().append(issue.severity());
        issue.resource().ifPresent(key -> text.append(' ').append(key));
        if (!issue.path().isRoot()) {
            text.append(' ').append(issue.path());
        }
        text.append(issue.resource().isPresent() || !issue.path().isRoot() ? ": " : " ")
                .append(issue.message());
        if (!issue.hint().isEmpty()) {
            text.append("; ").append(issue.hint());
        }
        issue.location().ifPresent(place -> text.append(" [").append(place).append(']'));
        return onOneLine(text.append(' ').append(issue.code()).toString());
    }

    static String lines(List<Issue> issues) {
        String shown = issues.stream().limit(MOST_LINES).map(Issue::toString).collect(Collectors.joining("\n"));
        int hidden = issues.size() - MOST_LINES;
        return hidden > 0 ? shown + "\n... and " + hidden + " more" : shown;
    }
}
