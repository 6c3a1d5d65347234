package io.eastwest.model.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads URLs as the CEL functions {@code isURL} and {@code url} of Kubernetes do, as far as rules need it. Mirrors
 * kubernetes {@code apiserver/pkg/cel/library/urls.go} and {@code net/url:parse} of Go 1.26, which takes fewer hosts with
 * colons and brackets than earlier releases.
 */
final class GoUrl {
    private static final String USER_MARKS = "-._:~!$&'()*+,;=%@";
    private static final String HOST_MARKS = "-_.~!$&'()*+,;=:[]<>\"%";

    private GoUrl() {}

    /** Whether a text is an absolute URL or an absolute path, which {@code isURL} takes. */
    static boolean isUrl(String text) {
        return parse(text, true).isPresent();
    }

    /** The scheme in lower case, empty text for a path; empty when {@code url} fails. */
    static Optional<String> scheme(String text) {
        int fragment = text.indexOf('#');
        boolean whole = isUrl(text) && isEscaped(text.substring(fragment + 1), fragment >= 0);
        return whole ? parse(fragment < 0 ? text : text.substring(0, fragment), false) : Optional.empty();
    }

    private static boolean isEscaped(String text, boolean asked) {
        return !asked || isEscaped(text);
    }

    private static Optional<String> parse(String text, boolean request) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        int colon = text.equals("*") ? -1 : schemeEnd(text);
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        int query = rest.indexOf('?');
        rest = query < 0 ? rest : rest.substring(0, query);
        if (colon == 0 || !rest.startsWith("/")) {
            boolean valid = colon > 0 || text.equals("*");
            return valid ? Optional.of(scheme) : Optional.empty();
        }
        boolean hasHost = colon > 0 || !request && !rest.startsWith("///");
        if (hasHost && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            if (!isAuthority(authority)) {
                return Optional.empty();
            }
            rest = slash < 0 ? "" : rest.substring(slash);
        }
        return isEscaped(rest) ? Optional.of(scheme) : Optional.empty();
    }

    /** Position of the colon behind the scheme; -1 without a scheme. */
    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!isLetter(c) && !(later && i > 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String user = authority.substring(0, Math.max(at, 0));
        return has(user, USER_MARKS) && isEscaped(user) && isHost(authority.substring(at + 1));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            int close = host.lastIndexOf(']');
            return close > 0 && isPort(host.substring(close + 1)) && isIpv6(host.substring(1, close));
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        for (int i = name.indexOf('%'); i >= 0; i = name.indexOf('%', i + 1)) {
            boolean ascii = i + 1 < name.length() && name.charAt(i + 1) < '8';
            if (ascii && !name.startsWith("%25", i)) {
                return false;
            }
        }
        boolean bracket = name.indexOf('[') >= 0 || name.indexOf(']') >= 0;
        return (colon < 0 || isPort(host.substring(colon)))
                && !bracket
                && name.chars().allMatch(GoUrl::isHostMark)
                && isEscaped(name);
    }

    private static boolean isHostMark(int c) {
        return c >= 0x80 || isLetterOrDigit(c) || HOST_MARKS.indexOf(c) >= 0;
    }

    /** An address, after {@code %25} with a zone. */
    private static boolean isIpv6(String host) {
        int zone = host.indexOf("%25");
        boolean zoned = zone >= 0 && zone + 3 < host.length() && isEscaped(host.substring(zone));
        return IpText.isIpv6(zone < 0 ? host : host.substring(0, zone)) && (zone < 0 || zoned);
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || text.charAt(0) == ':' && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean has(String text, String marks) {
        return text.chars().allMatch(c -> isLetterOrDigit(c) || marks.indexOf(c) >= 0);
    }

    private static boolean isEscaped(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(int c) {
        return isLetter(c) || c >= '0' && c <= '9';
    }
}
