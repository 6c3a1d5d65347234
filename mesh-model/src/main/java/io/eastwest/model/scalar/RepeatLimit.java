package io.eastwest.model.scalar;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How often a regular expression repeats one of its parts, nested counts multiplied. RE2/J writes repetitions out without
 * a limit, which a short text can use to fill the memory, so this is asked before an expression of a user is compiled.
 * Mirrors go {@code regexp/syntax/parse.go:repeatIsValid, checkHeight}.
 */
public final class RepeatLimit {
    private static final long MOST = 1000;
    private static final int DEEPEST = 1000;

    private final String text;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    /** Largest product inside of the open group, and inside of the part that a count would repeat. */
    private long group = 1;

    private long part = 1;

    private RepeatLimit(String text) {
        this.text = text;
    }

    /**
     * Whether no part is repeated more than 1000 times and no group lies deeper than 1000 others.
     *
     * @param expression the expression, valid or not
     * @return whether it may be compiled
     */
    public static boolean holds(String expression) {
        return new RepeatLimit(expression).scan();
    }

    private boolean scan() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '{') {
                part = multiply(part, count());
            } else if (c == '(') {
                outer.push(Math.max(group, part));
                group = 1;
                part = 1;
            } else if (c == ')' && !outer.isEmpty()) {
                part = Math.max(group, part);
                group = outer.pop();
            } else if (c != '*' && c != '+' && c != '?') {
                skipRest(c);
                group = Math.max(group, part);
                part = 1;
            }
            if (part > MOST || outer.size() > DEEPEST) {
                return false;
            }
        }
        return true;
    }

    private static long multiply(long inner, long count) {
        return count == 0 ? 1 : Math.min(inner * count, MOST + 1);
    }

    /** Moves behind an escape, a quotation or a class whose first character was read. */
    private void skipRest(char first) {
        if (first == '\\' && at < text.length()) {
            if (text.charAt(at++) == 'Q') {
                int end = text.indexOf("\\E", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.charAt(at - 1) == 'x' || Character.toLowerCase(text.charAt(at - 1)) == 'p') {
                skipBraces();
            }
        } else if (first == '[') {
            skipClass();
        }
    }

    private void skipBraces() {
        int end = text.indexOf('}', at);
        if (at < text.length() && text.charAt(at) == '{' && end >= 0) {
            at = end + 1;
        }
    }

    private void skipClass() {
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
        }
        // A closing bracket at the beginning is a member.
        if (at < text.length() && text.charAt(at) == ']') {
            at++;
        }
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == ']') {
                return;
            }
            if (c == '\\') {
                at++;
            } else if (text.startsWith("[:", at - 1)) {
                int end = text.indexOf(":]", at + 1);
                at = end < 0 ? at : end + 2;
            }
        }
    }

    /** {@return the count behind an opening brace, the upper one if there is one; 1 when it is plain text} */
    private long count() {
        int end = text.indexOf('}', at);
        String body = end < 0 ? "" : text.substring(at, end);
        int comma = body.indexOf(',');
        String least = comma < 0 ? body : body.substring(0, comma);
        String most = comma < 0 ? "" : body.substring(comma + 1);
        if (!isNumber(least) || !most.isEmpty() && !isNumber(most)) {
            return 1;
        }
        at = end + 1;
        return Long.parseLong(most.isEmpty() ? least : most);
    }

    private static boolean isNumber(String digits) {
        return !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
