package io.eastwest.model.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of CEL between their quotes. Mirrors cel-go 0.29.2 {@code parser/gen/CEL.g4:STRING} and {@code
 * parser/unescape.go:unescapeChar}.
 */
final class CelEscapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[abfnrtv\"'\\\\?`]|[xX][0-9a-fA-F]{2}|[0-3][0-7]{2}"
            + "|u(?<four>[0-9a-fA-F]{4})|U(?<eight>[0-9a-fA-F]{8}))");

    private CelEscapes() {}

    /**
     * Finds the end.
     *
     * @param from where the text starts, behind its opening quote
     * @return where the closing quote starts; -1 when there is none, or an escape before it that there is not
     * @throws CelFault if an escape stands for no character
     */
    static int end(String text, int from, String quote, boolean raw, boolean bytes) {
        boolean oneLine = quote.length() == 1;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith(quote, at)) {
                return at;
            }
            if (oneLine && (c == '\n' || c == '\r')) {
                return -1;
            }
            if (c == '\\' && !raw) {
                Matcher escape = ESCAPE.matcher(text).region(at, text.length());
                if (!escape.lookingAt()) {
                    return -1;
                }
                check(escape, bytes, text.codePointCount(0, at) + 1);
                at = escape.end();
            } else {
                at++;
            }
        }
        return -1;
    }

    private static void check(Matcher escape, boolean bytes, int position) {
        String four = escape.group("four");
        String eight = escape.group("eight");
        if (four == null && eight == null) {
            return;
        }
        if (bytes) {
            throw new CelFault("bytes with a character by its number", position);
        }
        long point = Long.parseLong(four == null ? eight : four, 16);
        if (point > Character.MAX_CODE_POINT || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new CelFault("number of no character", position);
        }
    }
}
