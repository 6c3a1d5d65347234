package io.eastwest.routing.gatewayapi;

import io.eastwest.model.istio.networking.ServerTlsSettings;
import java.util.Optional;

/**
 * TLS settings of a server.
 *
 * @param settings settings; empty: none
 * @param problem why the listener is not served; empty: nothing is wrong
 */
record ServerTls(Optional<ServerTlsSettings> settings, Optional<Problem> problem) {
    static final ServerTls NONE = new ServerTls(Optional.empty(), Optional.empty());

    static ServerTls of(ServerTlsSettings settings) {
        return new ServerTls(Optional.of(settings), Optional.empty());
    }

    static ServerTls bad(ServerTlsSettings settings, Problem problem) {
        return new ServerTls(Optional.of(settings), Optional.of(problem));
    }
}
