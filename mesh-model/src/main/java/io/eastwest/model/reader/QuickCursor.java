package io.eastwest.model.reader;

/**
 * Where a {@link QuickYaml} stands in its document. A line ends with LF; of other characters only those are taken that mean
 * nothing else to YAML and count as one column.
 */
class QuickCursor {
    String text = "";
    char[] chars = new char[0];
    int length;

    int at;
    int line;
    int lineStart;

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

    /** Whether there is a line break at a place; behind the last character there is none. */
    boolean endsLine(int place) {
        return place < length && chars[place] == '\n';
    }

    /** A part of the document. */
    String raw(int from, int to) {
        return text.substring(from, to);
    }
}
