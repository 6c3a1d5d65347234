package io.eastwest.model.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * One YAML document of a text, found by its markers alone, so that a broken document does not hide the next one.
 *
 * @param text the document with its markers
 * @param firstLine line of its first character, from 1
 */
record DocumentText(String text, int firstLine) {

    /** Cuts a text at lines that start with {@code ---} or {@code ...}; directives stay with the document they precede. */
    static List<DocumentText> split(String text) {
        List<DocumentText> documents = new ArrayList<>();
        int start = 0;
        int startLine = 1;
        boolean begun = false;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            int next = nextLine(text, at);
            if (isMarker(text, at, "---")) {
                if (begun) {
                    documents.add(new DocumentText(text.substring(start, at), startLine));
                    start = at;
                    startLine = line;
                }
                begun = true;
            } else if (isMarker(text, at, "...")) {
                documents.add(new DocumentText(text.substring(start, next), startLine));
                start = next;
                startLine = line + 1;
                begun = false;
            } else if (!begun) {
                begun = hasContent(text, at, next);
            }
            at = next;
        }
        if (start < text.length()) {
            documents.add(new DocumentText(text.substring(start), startLine));
        }
        return documents;
    }

    /** A YAML line ends with LF, CR or CR LF. */
    private static int nextLine(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                return at + 1;
            }
            if (c == '\r') {
                return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            }
        }
        return text.length();
    }

    private static boolean isMarker(String text, int at, String marker) {
        int end = at + 3;
        return text.startsWith(marker, at) && (end == text.length() || " \t\r\n".indexOf(text.charAt(end)) >= 0);
    }

    private static boolean hasContent(String text, int from, int to) {
        if (text.charAt(from) == '%') {
            return false;
        }
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '#') {
                return false;
            }
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return true;
            }
        }
        return false;
    }
}
