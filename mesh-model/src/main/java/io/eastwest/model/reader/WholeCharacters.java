package io.eastwest.model.reader;

import java.io.IOException;
import java.io.StringReader;

/**
 * A text that is handed out in pieces which do not end inside a surrogate pair. The scanner of snakeyaml-engine 2.10 writes
 * past the end of its buffer when the last unit that fits is the first half of a pair.
 */
final class WholeCharacters extends StringReader {
    WholeCharacters(String text) {
        super(text);
    }

    /** Where the first half of a pair is that stands alone; -1 when there is none. */
    static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length < 2) {
            return super.read(buffer, offset, length);
        }
        int count = super.read(buffer, offset, length - 1);
        if (count > 0 && Character.isHighSurrogate(buffer[offset + count - 1])) {
            int more = super.read(buffer, offset + count, 1);
            return more < 0 ? count : count + more;
        }
        return count;
    }
}
