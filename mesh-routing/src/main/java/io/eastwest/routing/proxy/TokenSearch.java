package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.match.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the texts of tokens at the locations of a rule: its headers, parameters and cookies; when it names none, the bearer token of
 * {@code authorization} and the parameter {@code access_token}.
 *
 * <p>Mirrors envoy source/extensions/filters/http/jwt_authn/extractor.cc.
 */
final class TokenSearch {
    private static final JwtFilterRule.HeaderLocation BEARER =
            new JwtFilterRule.HeaderLocation(BearerToken.HEADER, "Bearer ");
    private static final String PARAMETER = "access_token";

    private final List<JwtFilterRule.HeaderLocation> headers;
    private final List<String> parameters;
    private final List<String> cookies;

    TokenSearch(JwtFilterRule rule) {
        boolean byDefault = rule.fromHeaders().isEmpty()
                && rule.fromParams().isEmpty()
                && rule.fromCookies().isEmpty();
        headers = byDefault ? List.of(BEARER) : rule.fromHeaders();
        parameters = byDefault ? List.of(PARAMETER) : rule.fromParams();
        cookies = rule.fromCookies();
    }

    /** {@return the texts in the order in which they are verified: the last location first} */
    List<String> find(RequestState request) {
        List<String> found = new ArrayList<>();
        for (JwtFilterRule.HeaderLocation location : headers) {
            request.header(location.name().toLowerCase(Locale.ROOT))
                    .flatMap(value -> after(value, location.prefix()))
                    .ifPresent(text -> found.add(0, text));
        }
        for (String parameter : parameters) {
            request.firstQueryValue(parameter).ifPresent(text -> found.add(0, text));
        }
        for (String cookie : cookies) {
            cookieValue(request, cookie).ifPresent(text -> found.add(0, text));
        }
        return found;
    }

    /** Behind a prefix the token is what is written with the characters of tokens; without any of these it is the whole value. */
    private static Optional<String> after(String value, String prefix) {
        if (prefix.isEmpty()) {
            return Optional.of(value);
        }
        int at = value.indexOf(prefix);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = value.substring(at + prefix.length());
        int shown = rest.indexOf(BearerToken.PLACEHOLDER);
        int start = 0;
        while (start < rest.length() && start != shown && !isOfToken(rest.charAt(start))) {
            start++;
        }
        if (start == rest.length()) {
            return Optional.of(value);
        }
        if (start == shown) {
            return Optional.of(BearerToken.PLACEHOLDER);
        }
        int end = start;
        while (end < rest.length() && isOfToken(rest.charAt(end))) {
            end++;
        }
        return Optional.of(rest.substring(start, end));
    }

    private static boolean isOfToken(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static Optional<String> cookieValue(RequestState request, String name) {
        for (String line : request.headers().values("cookie")) {
            for (String pair : line.split(";", -1)) {
                String trimmed = pair.trim();
                if (trimmed.startsWith(name + "=")) {
                    return Optional.of(trimmed.substring(name.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Removes the tokens from headers and query; cookies stay. */
    void remove(RequestState request) {
        for (JwtFilterRule.HeaderLocation location : headers) {
            String name = location.name().toLowerCase(Locale.ROOT);
            if (request.header(name)
                    .flatMap(value -> after(value, location.prefix()))
                    .isPresent()) {
                request.headers().remove(name);
            }
        }
        parameters.forEach(parameter -> request.path(QueryText.without(request.path(), parameter)));
    }
}
