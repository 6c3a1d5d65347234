package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.RequestHash;
import io.eastwest.routing.envoy.HashPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The hash of a request for consistent hashing, calculated on the request as the upstream gets it, and the cookie that the proxy
 * makes for it.
 *
 * <p>Mirrors envoy source/common/http/hash_policy.cc.
 */
final class RequestHashing {
    private final RequestState request;
    private final RequestSource source;

    RequestHashing(RequestState request, RequestSource source) {
        this.request = request;
        this.source = source;
    }

    OptionalLong hash(List<HashPolicy> policies) {
        return RequestHash.combine(policies.stream().map(this::hash).toList());
    }

    private OptionalLong hash(HashPolicy policy) {
        if (policy instanceof HashPolicy.OfHeader header) {
            return RequestHash.header(headerValues(header.name().toLowerCase(Locale.ROOT)));
        }
        if (policy instanceof HashPolicy.OfCookie cookie) {
            return RequestHash.cookie(cookieValue(cookie.name()).or(() -> made(cookie)));
        }
        if (policy instanceof HashPolicy.OfQueryParameter parameter) {
            return RequestHash.queryParameter(request.path(), parameter.name());
        }
        return source.remoteAddress().isEmpty()
                ? OptionalLong.empty()
                : RequestHash.sourceAddress(source.remoteAddress());
    }

    private List<String> headerValues(String name) {
        return name.startsWith(":") || name.equals("host")
                ? request.header(name).stream().toList()
                : request.headers().values(name);
    }

    private Optional<String> cookieValue(String name) {
        for (String line : request.headers().values("cookie")) {
            for (String pair : line.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals >= 0 && pair.substring(0, equals).trim().equals(name)) {
                    return Optional.of(unquoted(pair.substring(equals + 1).trim()));
                }
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** {@return the value of the cookie that the proxy makes; empty: it makes none, or the address of the client is not known} */
    private Optional<String> made(HashPolicy.OfCookie cookie) {
        boolean known = cookie.ttl().isPresent() && source.connection().sourcePort() != 0;
        return known
                ? Optional.of(RequestHash.newCookie(source.remoteWithPort(), source.localWithPort()))
                : Optional.empty();
    }

    /** {@return the {@code set-cookie} header for a policy that makes a cookie; empty: there is a cookie, or none is made} */
    Optional<String> setCookie(List<HashPolicy> policies) {
        return policies.stream()
                .filter(HashPolicy.OfCookie.class::isInstance)
                .map(HashPolicy.OfCookie.class::cast)
                .filter(cookie -> cookieValue(cookie.name())
                        .filter(value -> !value.isEmpty())
                        .isEmpty())
                .flatMap(cookie -> made(cookie).map(value -> text(cookie, value)).stream())
                .findFirst();
    }

    private static String text(HashPolicy.OfCookie cookie, String value) {
        long seconds = cookie.ttl().map(ttl -> ttl.toSeconds()).orElse(0L);
        String age = seconds == 0 ? "" : "; Max-Age=" + seconds;
        String path = cookie.path()
                .filter(text -> !text.isEmpty())
                .map(text -> "; Path=" + text)
                .orElse("");
        StringBuilder text = new StringBuilder(cookie.name() + "=\"" + value + '"' + age + path);
        cookie.attributes().forEach(attribute -> text.append("; ").append(attribute));
        return text.append("; HttpOnly").toString();
    }
}
