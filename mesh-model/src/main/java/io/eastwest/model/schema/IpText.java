package io.eastwest.model.schema;

/** Texts that are IP addresses, as Go reads them: no leading zeros in IPv4, no zones in IPv6. */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    static boolean isIp(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** Whether older fields of Kubernetes take the text: there IPv4 may have leading zeros. */
    static boolean isLegacyIp(String text) {
        return isIp(text) || isIpv4(text.replaceAll("\\b0+([0-9])", "$1"));
    }

    static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isNumber(text.substring(slash + 1), 3, "0123456789")) {
            return false;
        }
        String address = text.substring(0, slash);
        int bits = Integer.parseInt(text.substring(slash + 1));
        return isIpv6(address) ? bits <= 128 : isLegacyIp(address) && bits <= 32;
    }

    static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (!isNumber(part, 3, "0123456789") || part.length() > 1 && part.startsWith("0")) {
                return false;
            }
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        int before = head.isEmpty() ? 0 : groups(head, false);
        int after = tail.isEmpty() ? 0 : groups(tail, true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** How many groups of 16 bits the text has, an IPv4 address at the end for two of them; -1 when it is malformed. */
    private static int groups(String text, boolean atTheEnd) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (isNumber(parts[i], 4, "0123456789abcdefABCDEF")) {
                count++;
            } else if (atTheEnd && i == parts.length - 1 && isIpv4(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isNumber(String text, int most, String digits) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (digits.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
