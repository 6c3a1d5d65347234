package io.eastwest.routing.proxy;

import java.math.BigInteger;
import java.util.Optional;

/** IP addresses as text, read without any name look-up. */
final class IpText {
    private static final int BYTE = 256;

    private IpText() {}

    /** {@return address and port as Envoy writes them: IPv6 in brackets} */
    static String withPort(String address, int port) {
        return address.indexOf(':') >= 0 && !address.startsWith("[")
                ? "[" + address + "]:" + port
                : address + ":" + port;
    }

    static boolean isAddress(String text) {
        return bits(text).isPresent();
    }

    /** {@return the address as 4 or 16 bytes; empty when the text is no IP address} */
    static Optional<byte[]> bits(String text) {
        return text.indexOf(':') >= 0 ? sixteen(text) : four(text);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] result = new byte[4];
        if (parts.length != result.length) {
            return Optional.empty();
        }
        for (int i = 0; i < result.length; i++) {
            boolean digits = !parts[i].isEmpty()
                    && parts[i].length() <= 3
                    && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(parts[i]) >= BYTE) {
                return Optional.empty();
            }
            result[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(result);
    }

    private static Optional<byte[]> sixteen(String text) {
        int gap = text.indexOf("::");
        String[] head = split(gap < 0 ? text : text.substring(0, gap));
        String[] tail = gap < 0 ? new String[0] : split(text.substring(gap + 2));
        int known = head.length + tail.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            int fromTail = i - (8 - tail.length);
            String group = i < head.length ? head[i] : fromTail >= 0 ? tail[fromTail] : "0";
            if (group.isEmpty() || group.length() > 4 || !group.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return Optional.empty();
            }
            value = value.shiftLeft(16).add(new BigInteger(group, 16));
        }
        byte[] raw = value.toByteArray();
        byte[] result = new byte[16];
        int length = Math.min(raw.length, result.length);
        System.arraycopy(raw, raw.length - length, result, result.length - length, length);
        return Optional.of(result);
    }

    private static String[] split(String groups) {
        return groups.isEmpty() ? new String[0] : groups.split(":", -1);
    }
}
