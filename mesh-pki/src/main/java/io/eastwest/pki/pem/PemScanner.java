package io.eastwest.pki.pem;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Finds the blocks of a PEM text the way Go's {@code encoding/pem} does, on bytes, so that no key becomes a string.
 * A block that Go would skip is kept and marked as damaged.
 */
final class PemScanner {
    private static final byte[] BEGIN = "-----BEGIN ".getBytes(US_ASCII);
    private static final byte[] END = "-----END ".getBytes(US_ASCII);
    private static final int BASE64_GROUP = 4;
    private static final String DASHES = "-----";

    private final byte[] text;
    private final List<PemBlock> blocks = new ArrayList<>();

    PemScanner(byte[] text) {
        this.text = text;
    }

    List<PemBlock> scan() {
        int at = lineStartingWith(BEGIN, 0);
        while (at >= 0) {
            int next = nextLine(at);
            String line = line(at);
            if (!line.endsWith(DASHES)) {
                blocks.add(damaged("", "the BEGIN line does not end with five dashes"));
            } else {
                next = block(
                        line.substring(BEGIN.length, Math.max(BEGIN.length, line.length() - DASHES.length())), next);
            }
            at = lineStartingWith(BEGIN, next);
        }
        return blocks;
    }

    /** Reads one block whose data starts at {@code start}; returns where to look for the next one. */
    private int block(String type, int start) {
        int data = start;
        while (data < text.length && line(data).indexOf(':') >= 0) {
            data = nextLine(data);
        }
        int end = lineStartingWith(END, data);
        if (end < 0) {
            blocks.add(damaged(type, "there is no END line"));
            return start;
        }
        if (!line(end).equals("-----END " + type + DASHES)) {
            blocks.add(damaged(type, "the END line is not that of the BEGIN line, or more text follows on it"));
            return start;
        }
        byte[] base64 = withoutBlanks(data, end);
        if (base64.length % BASE64_GROUP != 0) {
            Arrays.fill(base64, (byte) 0);
            blocks.add(damaged(type, "the data is not base64"));
            return start;
        }
        try {
            blocks.add(new PemBlock(type, Base64.getDecoder().decode(base64), data > start, ""));
            return nextLine(end);
        } catch (IllegalArgumentException e) {
            blocks.add(damaged(type, "the data is not base64"));
            return start;
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static PemBlock damaged(String type, String damage) {
        return new PemBlock(type, new byte[0], false, damage);
    }

    private byte[] withoutBlanks(int from, int to) {
        byte[] kept = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (!isBlank(text[i])) {
                kept[length++] = text[i];
            }
        }
        byte[] exact = Arrays.copyOf(kept, length);
        Arrays.fill(kept, (byte) 0);
        return exact;
    }

    private int lineStartingWith(byte[] prefix, int from) {
        for (int at = from; at < text.length; at = nextLine(at)) {
            if (at + prefix.length <= text.length
                    && Arrays.equals(text, at, at + prefix.length, prefix, 0, prefix.length)) {
                return at;
            }
        }
        return -1;
    }

    private int nextLine(int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
        }
        return text.length;
    }

    /** A BEGIN, END or header line; data lines are looked at one at a time and only for a colon. */
    private String line(int from) {
        int end = nextLine(from);
        while (end > from && isBlank(text[end - 1])) {
            end--;
        }
        if (!startsWith(from, (byte) '-') && !contains(from, end, (byte) ':')) {
            return "";
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(text, from, end - from);
        return line.toString(US_ASCII);
    }

    private boolean startsWith(int at, byte wanted) {
        return at < text.length && text[at] == wanted;
    }

    private boolean contains(int from, int to, byte wanted) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
