package io.eastwest.model.reader;

import io.eastwest.model.issue.SourceLocation;
import java.util.List;

/**
 * Where the lines of a text stand that was written as a literal block.
 *
 * @param file name of the document
 * @param firstLine line of its first line, from 1
 * @param indent characters before each of its lines
 */
record TextBlock(String file, int firstLine, int indent) {
    /**
     * The block below an indicator.
     *
     * @param lines lines of the document
     * @param documentLine line of the first of them, from 1
     * @param line line of the indicator, from 1
     * @param value the text without its indentation
     */
    static TextBlock of(String file, List<String> lines, int documentLine, int line, String value) {
        int at = line - documentLine + 1;
        int indent = 0;
        int start = 0;
        while (start < value.length() && at < lines.size()) {
            int end = value.indexOf('\n', start);
            int length = (end < 0 ? value.length() : end) - start;
            if (length > 0) {
                indent = lines.get(at).length() - length;
                break;
            }
            start++;
            at++;
        }
        return new TextBlock(file, line + 1, indent);
    }

    /** A place in the text, as a place in the document. */
    SourceLocation of(SourceLocation place) {
        return new SourceLocation(file, firstLine + place.line() - 1, indent + place.column());
    }
}
