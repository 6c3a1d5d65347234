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
