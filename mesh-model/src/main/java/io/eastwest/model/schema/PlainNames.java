package io.eastwest.model.schema;

/** Names as nearly all objects have them, told without a regular expression. */
final class PlainNames {
    private static final int LONGEST = 63;

    private PlainNames() {}

    /** Whether a text is a DNS label in lower case. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST && isLabel(text, 0, text.length());
    }

    /** Whether a text is the key of a label: a name, also with a DNS name and a slash in front. */
    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0 && dot < slash; dot = text.indexOf('.', start)) {
            if (!isLabel(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return (slash < 0 || isLabel(text, start, slash)) && isName(text, slash + 1);
    }

    /** Whether the rest of a text is made of letters, digits, {@code -}, {@code _} and {@code .} as a name is. */
    static boolean isName(String text, int from) {
        int length = text.length() - from;
        if (length < 1
                || length > LONGEST
                || !isLetter(text.charAt(from))
                || !isLetter(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String text, int from, int to) {
        if (from >= to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
