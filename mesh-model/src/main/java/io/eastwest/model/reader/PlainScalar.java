package io.eastwest.model.reader;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain (unquoted) scalar means: YAML 1.2 core schema.
 *
 * @param kind JSON type
 * @param text text of a string or a number, decimal in any case, empty for the rest
 */
record PlainScalar(NodeKind kind, String text) {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("([-+]?)([0-9]*)(?:\\.([0-9]*))?(?:[eE]([-+]?[0-9]+))?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern OLD_NUMBER =
            Pattern.compile("[-+]?(0[0-9]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*(\\.[0-9_]*)?|0x[0-9a-fA-F_]*_[0-9a-fA-F_]*)");
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_OLD_BOOLEAN = 3;
    private static final int LONGEST_WORD = 5;

    /** Resolves a plain scalar. Numbers longer than 400 characters are strings. */
    static PlainScalar of(String text) {
        if (text.isEmpty()) {
            return new PlainScalar(NodeKind.NULL, "");
        }
        char first = text.charAt(0);
        boolean numeric = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
        if (numeric && text.length() <= LONGEST_NUMBER) {
            return number(text);
        }
        if (text.length() > LONGEST_WORD) {
            return new PlainScalar(NodeKind.STRING, text);
        }
        return switch (text) {
            case "null", "Null", "NULL", "~" -> new PlainScalar(NodeKind.NULL, "");
            case "true", "True", "TRUE" -> new PlainScalar(NodeKind.TRUE, "");
            case "false", "False", "FALSE" -> new PlainScalar(NodeKind.FALSE, "");
            default -> new PlainScalar(NodeKind.STRING, text);
        };
    }

    /** Whether one of the tools below reads the text otherwise, so that something is to be said about it. */
    static boolean isDoubtful(String text) {
        return isNotFinite(text) || isOldBoolean(text) || isOldNumber(text);
    }

    /** Whether the text is an infinity or no number, which JSON cannot hold. */
    static boolean isNotFinite(String text) {
        return text.length() <= 5
                && text.indexOf('.') >= 0
                && NOT_FINITE.matcher(text).matches();
    }

    /** Whether YAML 1.1 tools read a boolean where YAML 1.2 reads a string. */
    static boolean isOldBoolean(String text) {
        if (text.length() > LONGEST_OLD_BOOLEAN) {
            return false;
        }
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> true;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> true;
            default -> false;
        };
    }

    /** Whether YAML 1.1 tools read another number, or a number where YAML 1.2 reads a string. */
    static boolean isOldNumber(String text) {
        char first = text.isEmpty() ? 'x' : text.charAt(0);
        boolean signed = first == '-' || first == '+';
        boolean candidate = text.length() > 1 && (first >= '0' && first <= '9' || signed);
        return candidate
                && (text.charAt(signed ? 1 : 0) == '0' || text.indexOf('_') >= 0)
                && text.length() <= LONGEST_NUMBER
                && OLD_NUMBER.matcher(text).matches();
    }

    private static PlainScalar number(String text) {
        if (isDigits(text)) {
            return new PlainScalar(NodeKind.INTEGER, text);
        }
        if (isAddress(text)) {
            return new PlainScalar(NodeKind.STRING, text);
        }
        if (INTEGER.matcher(text).matches()) {
            return new PlainScalar(NodeKind.INTEGER, digits(text));
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            String whole = decimal.group(2);
            String fraction = decimal.group(3);
            boolean hasDigits = !whole.isEmpty() || fraction != null && !fraction.isEmpty();
            String exponent = decimal.group(4);
            if (hasDigits && (exponent == null || exponent.length() <= 6)) {
                return new PlainScalar(NodeKind.DECIMAL, text);
            }
        }
        return new PlainScalar(NodeKind.STRING, text);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether there are two dots, so that this is no number. */
    private static boolean isAddress(String text) {
        int dot = text.indexOf('.');
        return dot >= 0 && text.indexOf('.', dot + 1) >= 0;
    }

    private static String digits(String text) {
        if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8).toString();
        }
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16).toString();
        }
        return text;
    }
}
