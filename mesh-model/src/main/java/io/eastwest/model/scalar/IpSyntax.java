package io.eastwest.model.scalar;

import java.util.Arrays;
import java.util.Optional;

/** Texts of IP addresses, without ports, zones and lookups. Mirrors go {@code net/netip:ParseAddr, Addr.String}. */
final class IpSyntax {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private IpSyntax() {}

    /** {@return the 4 or 16 bytes of an address; empty when the text is none} */
    static Optional<byte[]> parse(String text) {
        return text.indexOf(':') < 0 ? parseV4(text) : parseV6(text);
    }

    private static Optional<byte[]> parseV4(String text) {
        byte[] bytes = new byte[V4_BYTES];
        int at = 0;
        for (int i = 0; i < V4_BYTES; i++) {
            int end = i < V4_BYTES - 1 ? text.indexOf('.', at) : text.length();
            int octet = end < 0 ? -1 : number(text, at, end, 10, 3);
            if (octet < 0 || octet > 255 || end - at > 1 && text.charAt(at) == '0') {
                return Optional.empty();
            }
            bytes[i] = (byte) octet;
            at = end + 1;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(bytes -> bytes.length == V6_BYTES);
        }
        Optional<byte[]> head = gap == 0 ? Optional.of(new byte[0]) : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        Optional<byte[]> tail = rest.isEmpty() ? Optional.of(new byte[0]) : groups(rest);
        if (head.isEmpty() || tail.isEmpty() || text.substring(0, gap).indexOf('.') >= 0) {
            return Optional.empty();
        }
        // The two colons stand for at least one group of zeros.
        if (head.get().length + tail.get().length > V6_BYTES - 2) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head.get(), V6_BYTES);
        System.arraycopy(tail.get(), 0, bytes, V6_BYTES - tail.get().length, tail.get().length);
        return Optional.of(bytes);
    }

    /** Groups between single colons; the last one may be an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        byte[] bytes = new byte[V6_BYTES];
        int length = 0;
        int at = 0;
        while (at <= text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon < 0 ? text.length() : colon;
            if (colon < 0 && text.indexOf('.', at) >= 0) {
                Optional<byte[]> v4 = parseV4(text.substring(at));
                if (v4.isEmpty() || length > V6_BYTES - V4_BYTES) {
                    return Optional.empty();
                }
                System.arraycopy(v4.get(), 0, bytes, length, V4_BYTES);
                return Optional.of(Arrays.copyOf(bytes, length + V4_BYTES));
            }
            int group = number(text, at, end, 16, 4);
            if (group < 0 || length == V6_BYTES) {
                return Optional.empty();
            }
            bytes[length++] = (byte) (group >> 8);
            bytes[length++] = (byte) group;
            at = end + 1;
        }
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    /** {@return the number that the digits from {@code from} to {@code end} write; -1 when they write none} */
    private static int number(String text, int from, int end, int radix, int mostDigits) {
        if (end <= from || end - from > mostDigits) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    /** {@return the shortest text: of IPv6 the first longest run of two or more zero groups becomes {@code ::}} */
    static String format(byte[] bytes) {
        if (bytes.length == V4_BYTES) {
            return dotted(bytes, 0);
        }
        if (isMapped(bytes)) {
            return "::ffff:" + dotted(bytes, V6_BYTES - V4_BYTES);
        }
        int zeros = 0;
        int start = -1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && group(bytes, i + run) == 0) {
                run++;
            }
            if (run > 1 && run > zeros) {
                zeros = run;
                start = i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += zeros - 1;
            } else {
                text.append(text.length() == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(bytes, i)));
            }
        }
        return text.toString();
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }

    private static int group(byte[] bytes, int index) {
        return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
    }

    private static String dotted(byte[] bytes, int from) {
        return (bytes[from] & 0xff) + "." + (bytes[from + 1] & 0xff) + "." + (bytes[from + 2] & 0xff) + "."
                + (bytes[from + 3] & 0xff);
    }
}
