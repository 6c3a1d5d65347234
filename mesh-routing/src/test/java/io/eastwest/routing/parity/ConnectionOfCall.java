package io.eastwest.routing.parity;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.List;
import java.util.Optional;

/** The connection that a call opens. */
final class ConnectionOfCall {
    private ConnectionOfCall() {}

    /**
     * {@return the connection}
     *
     * @param call the call
     * @param pod address of the pod whose proxy decides
     * @param dialled address that is dialled: of a service outbound, of the pod otherwise
     */
    static Connection of(ParityCall call, String pod, String dialled) {
        ConnectionBuilder connection = Connection.builder()
                .destinationAddress(dialled)
                .destinationPort(call.port())
                .tls(call.tls().or(() -> meshHello(call)))
                .peer(call.peer().certificate());
        if (call.leg() == ProxyLeg.OUTBOUND) {
            connection.sourceAddress(pod);
        }
        call.peer().address().ifPresent(connection::sourceAddress);
        return connection.build();
    }

    /** The sidecar of a peer offers the protocols of the mesh, by what it forwards. */
    private static Optional<TlsClientHello> meshHello(ParityCall call) {
        if (call.peer().certificate().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TlsClientHello(Optional.empty(), meshProtocols(call)));
    }

    private static List<String> meshProtocols(ParityCall call) {
        return call.http()
                .map(http -> http.version() == HttpVersion.HTTP_2
                        ? List.of("istio-h2", "istio", "h2")
                        : List.of("istio-http/1.1", "istio", "http/1.1"))
                .orElseGet(() -> List.of("istio-peer-exchange", "istio"));
    }
}
