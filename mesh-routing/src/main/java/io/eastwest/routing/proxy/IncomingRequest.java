package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as the connection manager prepares it for filters and routes.
 *
 * @param state the request; its path is not normalised yet
 * @param source where it came from
 * @param scheme whether the client names the scheme of its original request
 */
record IncomingRequest(RequestState state, RequestSource source, NamedScheme scheme) {
    /**
     * The {@code x-forwarded-proto} of the client. Envoy looks for no route while that header is absent or empty.
     *
     * <p>Mirrors envoy source/common/router/config_impl.cc:getRouteFromEntries.
     *
     * @param beforeFilters whether a request that is refused at once has a route nevertheless
     * @param later whether any other request has a route
     */
    record NamedScheme(boolean beforeFilters, boolean later) {}

    private static final String FORWARDED_PROTO = "x-forwarded-proto";
    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    static IncomingRequest of(
            Trace trace,
            HttpRequest request,
            Connection connection,
            boolean terminated,
            HttpConnectionManager manager) {
        HeaderLines headers = headers(request);
        HopByHopHeaders.clean(headers);
        ForwardedFor trust = manager.forwardedFor();
        String peer = connection.sourceAddress();
        String remote = ClientAddress.of(headers, trust, peer);
        String secure = terminated ? HTTPS : HTTP;
        if (trust.useRemoteAddress() && !peer.isEmpty()) {
            ClientAddress.append(headers, peer);
        }
        RequestTarget target = RequestTarget.of(request);
        Optional<String> named = headers.joined(FORWARDED_PROTO);
        boolean overwritten = trust.useRemoteAddress() && trust.trustedHops() == 0;
        if (overwritten || named.isEmpty()) {
            headers.setByEnvoy(FORWARDED_PROTO, secure);
        }
        String scheme = request.version() == HttpVersion.HTTP_2 ? secure : scheme(headers, secure);
        RequestState state =
                new RequestState(trace, request.method(), scheme, target.authority(), target.path(), headers);
        boolean given = named.filter(value -> !value.isEmpty()).isPresent();
        return new IncomingRequest(
                state,
                new RequestSource(connection, terminated, remote, request.version()),
                new NamedScheme(given, given || overwritten || named.isEmpty()));
    }

    private static String scheme(HeaderLines headers, String secure) {
        return headers.joined(FORWARDED_PROTO)
                .filter(value -> value.equalsIgnoreCase(HTTP) || value.equalsIgnoreCase(HTTPS))
                .map(value -> value.toLowerCase(Locale.ROOT))
                .orElse(secure);
    }

    static HeaderLines headers(HttpRequest request) {
        HeaderLines headers = HeaderLines.empty();
        String cookie = "cookie";
        request.headers().forEach(header -> {
            String name = header.name().toLowerCase(Locale.ROOT);
            boolean crumb = request.version() == HttpVersion.HTTP_2 && name.equals(cookie);
            if (crumb && header.value().isEmpty()) {
                return;
            }
            if (crumb && headers.contains(cookie)) {
                headers.set(cookie, headers.joined(cookie).orElse("") + "; " + header.value());
            } else {
                headers.append(name, header.value());
            }
        });
        if (request.token().isPresent()) {
            headers.append(BearerToken.HEADER, BearerToken.SHOWN);
        }
        return headers;
    }
}
