package io.eastwest.routing.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * RFC 3986 normalisation of a path without query, as the URL library of Envoy does it: dot segments are resolved, backslashes become
 * slashes, encoded unreserved characters are decoded and characters that must not stand in a path are encoded.
 */
final class PathCanonicalizer {
    private static final String UNRESERVED_MARKS = "-_~";
    private static final String KEPT = "!$&'()*+,/:;=@[]";

    private final String path;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PathCanonicalizer(String path) {
        // One char per byte, so that everything beyond ASCII is encoded byte by byte.
        this.path = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** {@return the normal form; empty when there is none because a zero byte is in the path} */
    static Optional<String> canonical(String path) {
        return new PathCanonicalizer(path).run();
    }

    private Optional<String> run() {
        if (path.isEmpty() || !isSlash(0)) {
            out.append('/');
        }
        while (at < path.length()) {
            int dot = dotLength(at);
            if (dot > 0) {
                dot(dot);
            } else if (!character(path.charAt(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toString());
    }

    /** Copies one character or escape. Answers false for a zero byte. */
    private boolean character(char c) {
        if (c == '%') {
            return escape();
        }
        at++;
        if (c == '\\') {
            out.append('/');
        } else if (isUnreserved(c) || KEPT.indexOf(c) >= 0) {
            out.append(c);
        } else {
            encode(c);
        }
        return c != 0;
    }

    private boolean escape() {
        int value = escaped(at);
        if (value < 0) {
            out.append('%');
            at++;
            return true;
        }
        if (isUnreserved((char) value)) {
            out.append((char) value);
        } else {
            out.append(path, at, at + 3);
        }
        at += 3;
        return value != 0;
    }

    private void dot(int length) {
        boolean afterSlash = out.length() > 0 && out.charAt(out.length() - 1) == '/';
        int next = at + length;
        if (afterSlash && (next >= path.length() || isSlash(next))) {
            at = Math.min(next + 1, path.length());
            return;
        }
        int second = next < path.length() ? dotLength(next) : 0;
        int after = next + second;
        if (afterSlash && second > 0 && (after >= path.length() || isSlash(after))) {
            backToSlash();
            at = Math.min(after + 1, path.length());
            return;
        }
        out.append('.');
        at = next;
    }

    /** Drops the last segment, but never the first slash. */
    private void backToSlash() {
        int end = out.length() - 1;
        if (end > 0) {
            out.setLength(out.lastIndexOf("/", end - 1) + 1);
        }
    }

    private int dotLength(int index) {
        if (path.charAt(index) == '.') {
            return 1;
        }
        return escaped(index) == '.' ? 3 : 0;
    }

    private int escaped(int index) {
        if (path.charAt(index) != '%' || index + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(index + 1), 16);
        int low = Character.digit(path.charAt(index + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private boolean isSlash(int index) {
        return path.charAt(index) == '/' || path.charAt(index) == '\\';
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    private void encode(char c) {
        out.append('%')
                .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
    }
}
