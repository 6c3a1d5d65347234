package io.eastwest.routing.gatewayapi;

import java.util.Optional;

/**
 * Whether a listener can be served.
 *
 * @param protocol what is wrong with its protocol; empty: nothing
 * @param tls what is wrong with its TLS settings; empty: nothing
 * @param kindsSupported whether every kind of routes that it names fits its protocol
 */
record ListenerState(Optional<Problem> protocol, Optional<Problem> tls, boolean kindsSupported) {
    static final ListenerState GOOD = new ListenerState(Optional.empty(), Optional.empty(), true);

    boolean served() {
        return protocol.isEmpty() && tls.isEmpty();
    }
}
