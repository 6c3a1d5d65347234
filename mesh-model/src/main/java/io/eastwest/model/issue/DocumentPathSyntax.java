package io.eastwest.model.issue;

/** Text form of {@link DocumentPath}. */
final class DocumentPathSyntax {
    private DocumentPathSyntax() {}

    static String format(DocumentPath path) {
        StringBuilder text = new StringBuilder();
        for (DocumentPath step : path.steps()) {
            if (step.isIndex()) {
                text.append('[').append(step.lastIndex()).append(']');
            } else if (isPlain(step.lastField())) {
                text.append(text.length() == 0 ? "" : ".").append(step.lastField());
            } else {
                text.append("[\"");
                appendEscaped(text, step.lastField());
                text.append("\"]");
            }
        }
        return text.toString();
    }

    static DocumentPath parse(String text) {
        DocumentPath path = DocumentPath.root();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[' && text.startsWith("[\"", at)) {
                StringBuilder name = new StringBuilder();
                at = readQuoted(text, at + 2, name);
                path = path.field(name.toString());
            } else if (c == '[') {
                int end = text.indexOf(']', at);
                path = path.index(parseIndex(text, at + 1, end));
                at = end + 1;
            } else {
                int from = c == '.' && !path.isRoot() ? at + 1 : at;
                int end = from;
                while (end < text.length() && isPlainPart(text.charAt(end))) {
                    end++;
                }
                if (end == from || from == at && !path.isRoot()) {
                    throw bad(text, at);
                }
                path = path.field(text.substring(from, end));
                at = end;
            }
        }
        return path;
    }

    private static int readQuoted(String text, int from, StringBuilder name) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escaped ? 1 : 0;
            if (escaped && text.charAt(at) == 'u') {
                name.append(unit(text, at + 1));
                at += 5;
            } else {
                name.append(escaped && text.charAt(at) == 'n' ? '\n' : text.charAt(at));
                at++;
            }
        }
        if (!text.startsWith("\"]", at)) {
            throw bad(text, at);
        }
        return at + 2;
    }

    private static int parseIndex(String text, int from, int end) {
        if (end < 0 || end == from || end - from > 9) {
            throw bad(text, from);
        }
        int index = 0;
        for (int i = from; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw bad(text, i);
            }
            index = 10 * index + (digit - '0');
        }
        return index;
    }

    private static char unit(String text, int from) {
        try {
            return (char) Integer.parseInt(text.substring(from, from + 4), 16);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw bad(text, from);
        }
    }

    private static IllegalArgumentException bad(String text, int at) {
        return new IllegalArgumentException("not a path at character " + (at + 1) + ": " + text);
    }

    private static void appendEscaped(StringBuilder text, String name) {
        for (int i = 0; i < name.length(); i++) {
            IssueText.appendEscaped(text, name.charAt(i));
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPlainPart(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isPlainPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
