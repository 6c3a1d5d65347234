package io.eastwest.model.validation;

import io.eastwest.model.scalar.IpBlock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs as Go reads them, which takes much. Mirrors go 1.25 {@code net/url/url.go:Parse, ParseRequestURI}. */
final class GoUrl {
    private static final Pattern WRONG_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern WRONG_HOST_ESCAPE = Pattern.compile("%(?!25|[89a-fA-F][0-9a-fA-F])");
    private static final Pattern HOST = Pattern.compile("(?:[-A-Za-z0-9_.~!$&'()*+,;=:\\[\\]<>\"%]|[^\\x00-\\x7f])*");
    private static final Pattern USER = Pattern.compile("[-A-Za-z0-9_.:~!$&'()*+,;=%@]*");
    private static final Pattern PORT = Pattern.compile("(?::[0-9]*)?");

    private GoUrl() {}

    /** {@return the scheme in lower case, which may be empty; nothing when the text is no URL} */
    static Optional<String> scheme(String url) {
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash + 1);
        return hasWrongEscape(fragment) ? Optional.empty() : parse(hash < 0 ? url : url.substring(0, hash), false);
    }

    /** {@return the scheme of what may be a whole URL, a path or a URL without its {@code http://}} */
    static Optional<String> looseScheme(String url) {
        String whole = parse(url, true).isPresent() ? url : "http://" + url;
        return scheme(whole).isPresent() ? parse(whole, true) : Optional.empty();
    }

    private static Optional<String> parse(String url, boolean request) {
        if (url.chars().anyMatch(c -> c < 0x20 || c == 0x7f) || url.isEmpty() && request) {
            return Optional.empty();
        }
        int colon = schemeEnd(url);
        if (colon == 0) {
            return Optional.empty();
        }
        if (url.equals("*")) {
            return Optional.of("");
        }
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        int query = rest.indexOf('?');
        return isRest(query < 0 ? rest : rest.substring(0, query), scheme, request)
                ? Optional.of(scheme)
                : Optional.empty();
    }

    /** Where the colon behind the scheme is; -1 without a scheme. */
    private static int schemeEnd(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == ':') {
                return i;
            }
            if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isRest(String rest, String scheme, boolean request) {
        if (!rest.startsWith("/")) {
            String first = rest.split("/", 2)[0];
            return !scheme.isEmpty() || !request && first.indexOf(':') < 0 && !hasWrongEscape(rest);
        }
        boolean hosted = !scheme.isEmpty() || !request && !rest.startsWith("///");
        if (!hosted || !rest.startsWith("//")) {
            return !hasWrongEscape(rest);
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        return isAuthority(authority) && !hasWrongEscape(slash < 0 ? "" : rest.substring(slash));
    }

    private static boolean isAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1);
        int open = host.lastIndexOf('[');
        int end = open < 0 ? host.lastIndexOf(':') : host.lastIndexOf(']') + 1;
        String port = end < 0 ? "" : host.substring(end);
        return (open < 0 || open == 0 && end > 0 && isIpv6(host.substring(1, end - 1)))
                && PORT.matcher(port).matches()
                && HOST.matcher(host).matches()
                && !WRONG_HOST_ESCAPE.matcher(host).find()
                && USER.matcher(user).matches()
                && !hasWrongEscape(user);
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0
                && IpBlock.parseAddress(address.replaceFirst("%25", "%")).isPresent();
    }

    private static boolean hasWrongEscape(String text) {
        return WRONG_ESCAPE.matcher(text).find();
    }
}
