package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.envoy.ProxyListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the inspectors of a listener have found out before a filter chain is chosen.
 *
 * @param tls whether TLS was detected
 * @param serverName SNI in lower case; empty text for none
 * @param protocols ALPN of the client, or the HTTP version that was detected in plaintext
 */
record Handshake(boolean tls, String serverName, List<String> protocols) {
    static Handshake inspect(ProxyListener listener, Connection connection, Optional<HttpRequest> request) {
        if (connection.tls().isPresent()) {
            return listener.detectsTls(connection.destinationPort())
                    ? new Handshake(
                            true,
                            connection.tls().get().serverName().orElse("").toLowerCase(Locale.ROOT),
                            connection.tls().get().applicationProtocols())
                    : new Handshake(false, "", List.of());
        }
        return new Handshake(
                false,
                "",
                listener.detectsHttp()
                        ? request.map(http -> List.of(detected(http.version()))).orElse(List.of())
                        : List.of());
    }

    private static String detected(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "http/1.0";
            case HTTP_1_1 -> "http/1.1";
            case HTTP_2 -> "h2c";
        };
    }

    String describe() {
        String name = serverName.isEmpty() ? "no SNI" : "SNI " + serverName;
        return (tls ? "TLS, " + name : "plaintext") + ", protocols " + protocols;
    }
}
