package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link QuickYaml} stands in its document, and what single lines hold. A line ends with LF; of other characters
 * only those are taken that mean nothing else to YAML and count as one column.
 */
final class QuickText {
    private static final String NO_FIRST = "\n-?:,[]{}#&*!|>'\"%@`";

    private final KeptTexts kept = new KeptTexts();
    private String text = "";
    private char[] chars = new char[0];
    private int length;

    int at;
    int line;
    private int lineStart;

    /** Where the text of the last scalar ends that was looked at: behind its quote, or at the colon behind a plain one. */
    int end;

    /** Whether the last plain scalar ends at a colon that makes it the name of a field. */
    boolean colon;

    /** Starts a document; false when it has characters that are left to others. */
    boolean start(DocumentText document) {
        text = document.text();
        length = text.length();
        if (chars.length < length + 2) {
            chars = new char[length + Math.max(length / 2, 1024)];
        }
        text.getChars(0, length, chars, 0);
        chars[length] = '\n';
        chars[length + 1] = '\n';
        at = 0;
        line = document.firstLine();
        lineStart = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < ' ' ? c != '\n' : c > '~' && !isUsual(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsual(char c) {
        return c > '\u00a0' && c < '\u2000' || c > '\u200f' && c < '\u2028' || c > '\u202f' && c < '\ud800';
    }

    char peek() {
        return chars[at];
    }

    char after(int steps) {
        return at + steps > length ? '\n' : chars[at + steps];
    }

    boolean isEnd() {
        return at == length;
    }

    /** Column from 0. */
    int column() {
        return at - lineStart;
    }

    /** Whether an entry of a block sequence starts here. */
    boolean isEntry() {
        return chars[at] == '-' && (chars[at + 1] == ' ' || chars[at + 1] == '\n');
    }

    /** Whether nothing but a comment follows on this line, before which there is a space. */
    boolean isRestEmpty() {
        return chars[at] == '\n' || chars[at] == '#' && at > lineStart && chars[at - 1] == ' ';
    }

    void skipSpaces() {
        while (chars[at] == ' ') {
            at++;
        }
    }

    /** Goes on to the next content; false when this line has more than a comment. */
    boolean endLine() {
        skipSpaces();
        if (!isRestEmpty()) {
            return false;
        }
        skipLine();
        return toContent();
    }

    /** Goes to the start of the next line, or the end. */
    void skipLine() {
        while (chars[at] != '\n') {
            at++;
        }
        if (at < length) {
            at++;
            line++;
            lineStart = at;
        }
    }

    /** Goes from the start of a line to the first character of a line with content, or the end; false at a marker. */
    boolean toContent() {
        while (at < length) {
            skipSpaces();
            char c = chars[at];
            if (c != '#' && c != '\n') {
                return at > lineStart || !isMarker('-') && !isMarker('.');
            }
            skipLine();
        }
        return true;
    }

    boolean isMarker(char c) {
        return c == chars[at] && length - at >= 3 && c == chars[at + 1] && c == chars[at + 2];
    }

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
        end = i;
        return kept.of(text, chars, at, last);
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
            if (c == '\n' || c == '\\' && quote == '"') {
                return quote == '"' && c == '\\' ? escaped() : null;
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
        end = i + 1;
        String inner = kept.of(text, chars, at + 1, i);
        return doubled ? inner.replace("''", "'") : inner;
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
        end = i + 1;
        return value.toString();
    }

    /** Whether there is a line break at a place; behind the last character there is none. */
    boolean endsLine(int place) {
        return place < length && chars[place] == '\n';
    }

    /** A part of the document. */
    String raw(int from, int to) {
        return text.substring(from, to);
    }
}
