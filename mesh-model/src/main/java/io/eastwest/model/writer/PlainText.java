package io.eastwest.model.writer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** How a text is quoted so that readers of YAML 1.1 and 1.2 both read that text and never a number or a boolean. */
final class PlainText {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z/][A-Za-z0-9./_-]*");
    private static final Pattern RESERVED = Pattern.compile("y|n|yes|no|on|off|true|false|null");
    private static final Pattern LINE_TROUBLE = Pattern.compile(
            "[ \\t]\\n|[ \\t]$|[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F]|[\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private PlainText() {}

    /** Whether one unit of a pair stands alone. */
    static boolean hasHalfCharacter(String text) {
        return HALF_CHARACTER.matcher(text).find();
    }

    /** Whether no reader takes the bare text for anything else. */
    static boolean isSafe(String text) {
        return SAFE.matcher(text).matches() && !(text.length() <= 5 && isReserved(text));
    }

    /** Bare when that is safe, a literal block for several clean lines such as PEM, else double quotes. */
    static ScalarStyle style(String text) {
        if (isSafe(text)) {
            return ScalarStyle.PLAIN;
        }
        return isCleanBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    }

    private static boolean isReserved(String text) {
        return RESERVED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isCleanBlock(String text) {
        int firstBreak = text.indexOf('\n');
        if (firstBreak < 1 || text.endsWith("\n\n")) {
            return false;
        }
        char first = text.charAt(0);
        return first > ' ' && first < 0x7F && !LINE_TROUBLE.matcher(text).find();
    }
}
