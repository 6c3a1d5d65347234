package io.eastwest.routing.call;

import java.util.List;
import java.util.Optional;

/**
 * What a TLS client says in clear text.
 *
 * @param serverName SNI as sent
 * @param applicationProtocols ALPN protocols in the client's order
 */
public record TlsClientHello(Optional<String> serverName, List<String> applicationProtocols) {
    /**
     * Copies the lists.
     *
     * @param serverName SNI as sent
     * @param applicationProtocols ALPN protocols in the client's order
     */
    public TlsClientHello {
        applicationProtocols = List.copyOf(applicationProtocols);
    }
}
