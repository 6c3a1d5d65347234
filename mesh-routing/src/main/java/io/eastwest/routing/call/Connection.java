package io.eastwest.routing.call;

import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import org.immutables.value.Value;

/** What a listener sees before it reads any HTTP: the addresses of a TCP connection, its TLS ClientHello and the identity of the peer. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface Connection {
    /** {@return IP address of the downstream peer, without port; empty when unknown} */
    @Value.Default
    default String sourceAddress() {
        return "";
    }

    /** {@return port of the downstream peer; 0 when unknown} */
    @Value.Default
    default int sourcePort() {
        return 0;
    }

    /** {@return IP address that was dialled} */
    String destinationAddress();

    /** {@return port that was dialled: a service port at a sidecar outbound, a container port inbound and at a gateway} */
    int destinationPort();

    /** {@return the TLS handshake that the client opens; empty for plaintext} */
    Optional<TlsClientHello> tls();

    /** {@return the client certificate that the peer presents when asked; empty: it has none} */
    Optional<Peer> peer();

    /** {@return a builder that starts from this value} */
    default ConnectionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ConnectionBuilder builder() {
        return new ConnectionBuilder();
    }
}
