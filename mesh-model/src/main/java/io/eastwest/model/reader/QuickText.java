package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/** The scalars that start where a {@link QuickYaml} stands. */
final class QuickText extends QuickCursor {
    private static final String NO_FIRST = "\n-?:,[]{}#&*!|>'\"%@`";

    private final KeptTexts kept = new KeptTexts();

    /** Where the text of the last scalar ends that was looked at: behind its quote, or at the colon behind a plain one. */
    int end;

    private int endLine;
    private int endLineStart;

    /** Whether the last plain scalar ends at a colon that makes it the name of a field. */
    boolean colon;

    /** The text of a plain scalar that starts here; null when it is left to others. Stops before it. */
    @Nullable
    String plain(boolean flow) {
        char first = chars[at];
        if (NO_FIRST.indexOf(first) >= 0 && !(first == '-' && isInWord(chars[at + 1], flow))) {
            return null;
        }
        int last = at;
        int i = at;
        colon = false;
        for (; chars[i] != '\n'; i++) {
            char c = chars[i];
            if (c == ':') {
                if (chars[i + 1] == ' ' || chars[i + 1] == '\n') {
                    colon = true;
                    break;
                }
                if (!isInWord(chars[i + 1], flow)) {
                    return null;
                }
            } else if (c == '#' && chars[i - 1] == ' ') {
                break;
            } else if (flow && (c == '?' || isFlowMark(c))) {
                if (c == '?') {
                    return null;
                }
                break;
            }
            if (c != ' ') {
                last = i + 1;
            }
        }
        if (colon && last != i) {
            return null;
        }
        endAt(i);
        return kept.of(text, chars, at, last);
    }

    private void endAt(int place) {
        end = place;
        endLine = line;
        endLineStart = lineStart;
    }

    /** Goes behind the scalar that was looked at. */
    void skipScalar() {
        at = end;
        line = endLine;
        lineStart = endLineStart;
    }

    /**
     * The plain scalar that was looked at with the lines below that go on with it, each joined by a space; null when they are
     * left to others.
     *
     * @param parent column of what the scalar belongs to
     */
    @Nullable
    String folded(String first, int parent) {
        StringBuilder value = null;
        for (int next = continuation(parent); next >= 0; next = continuation(parent)) {
            int startLine = line;
            int startLineStart = lineStart;
            int start = at;
            at = next;
            line = endLine + 1;
            lineStart = end + 1;
            String more = plain(false);
            at = start;
            line = startLine;
            lineStart = startLineStart;
            if (more == null || colon) {
                return null;
            }
            value = (value == null ? new StringBuilder(first) : value)
                    .append(' ')
                    .append(more);
        }
        return value == null ? first : value.toString();
    }

    /** Where the line below the end of a plain scalar goes on with it; -1 when it does not. */
    private int continuation(int parent) {
        if (parent < 0 || end >= length || chars[end] != '\n') {
            return -1;
        }
        int next = end + 1;
        while (chars[next] == ' ') {
            next++;
        }
        return next - end - 1 > parent && chars[next] != '\n' && chars[next] != '#' ? next : -1;
    }

    private static boolean isInWord(char c, boolean flow) {
        return c != ' ' && c != '\n' && !(flow && isFlowMark(c));
    }

    private static boolean isFlowMark(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /** The text of a quoted scalar that starts here; null when it is left to others. */
    @Nullable
    String quoted() {
        char quote = chars[at];
        int i = at + 1;
        boolean doubled = false;
        while (true) {
            char c = chars[i];
            if (c == '\n') {
                return foldedQuote(quote);
            }
            if (c == '\\' && quote == '"') {
                return escaped();
            }
            if (c == quote) {
                if (quote == '"' || chars[i + 1] != quote) {
                    break;
                }
                doubled = true;
                i++;
            }
            i++;
        }
        endAt(i + 1);
        String inner = kept.of(text, chars, at + 1, i);
        return doubled ? inner.replace("''", "'") : inner;
    }

    /** A quoted scalar of several lines, joined by spaces, without escapes and empty lines. */
    private @Nullable String foldedQuote(char quote) {
        StringBuilder value = new StringBuilder();
        int lines = 0;
        int start = lineStart;
        for (int i = at + 1; i < length; i++) {
            char c = chars[i];
            if (c == '\\' && quote == '"') {
                return null;
            }
            if (c == '\n') {
                int next = i + 1;
                while (chars[next] == ' ') {
                    next++;
                }
                if (next == i + 1 || chars[next] == '\n') {
                    return null;
                }
                value.setLength(withoutSpaces(value));
                value.append(' ');
                lines++;
                start = i + 1;
                i = next - 1;
                continue;
            }
            if (c == quote) {
                if (quote == '"' || chars[i + 1] != quote) {
                    end = i + 1;
                    endLine = line + lines;
                    endLineStart = start;
                    return value.toString();
                }
                i++;
            }
            value.append(c);
        }
        return null;
    }

    private static int withoutSpaces(StringBuilder value) {
        int length = value.length();
        while (length > 0 && value.charAt(length - 1) == ' ') {
            length--;
        }
        return length;
    }

    /** Whether the scalar that was looked at ends on the line where it starts. */
    boolean isOnOneLine() {
        return endLine == line;
    }

    private @Nullable String escaped() {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        for (; chars[i] != '"'; i++) {
            char c = chars[i];
            if (c == '\\') {
                i++;
                c = switch (chars[i]) {
                    case '"', '\\', '/' -> chars[i];
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    default -> '\0';
                };
            } else if (c == '\n') {
                return null;
            }
            if (c == '\0') {
                return null;
            }
            value.append(c);
        }
        endAt(i + 1);
        return value.toString();
    }
}
