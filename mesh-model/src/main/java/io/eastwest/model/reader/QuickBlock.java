package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/**
 * A literal block that ends with one line break or none.
 *
 * @param value its text
 * @param indent characters before each of its lines
 */
record QuickBlock(String value, int indent) {
    /**
     * Reads the block whose indicator stands here, and stops at the start of the line behind it; null when it is left to
     * others.
     *
     * @param parent column of what the block belongs to
     */
    static @Nullable QuickBlock read(QuickText text, int parent) {
        text.at++;
        boolean strip = text.peek() == '-';
        if (strip) {
            text.at++;
        }
        text.skipSpaces();
        if (text.peek() != '\n' || text.isEnd()) {
            return null;
        }
        text.skipLine();
        StringBuilder value = new StringBuilder();
        int indent = -1;
        int empty = 0;
        while (!text.isEnd()) {
            int start = text.at;
            text.skipSpaces();
            int spaces = text.at - start;
            if (text.peek() == '\n') {
                if (spaces > Math.max(indent, 0)) {
                    return null;
                }
                empty++;
                text.skipLine();
                continue;
            }
            if (indent < 0) {
                indent = spaces;
            }
            if (spaces <= parent) {
                text.at = start;
                break;
            }
            if (spaces < indent) {
                return null;
            }
            value.append("\n".repeat(value.length() == 0 ? empty : empty + 1));
            empty = 0;
            int from = start + indent;
            text.skipLine();
            boolean broken = text.at > from && text.endsLine(text.at - 1);
            if (!broken) {
                return null;
            }
            value.append(text.raw(from, text.at - 1));
        }
        if (value.length() == 0) {
            return null;
        }
        return new QuickBlock(strip ? value.toString() : value.append('\n').toString(), indent);
    }
}
