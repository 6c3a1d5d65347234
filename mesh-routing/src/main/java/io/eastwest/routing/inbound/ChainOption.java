package io.eastwest.routing.inbound;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.envoy.TransportProtocol;
import java.util.List;

/**
 * One of the filter chains that a port gets.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/filterchain_options.go:getFilterChainMatchOptions}.
 *
 * @param protocols ALPN or detected protocols that it takes; empty: any
 * @param transport whether it takes TLS
 * @param http whether it reads HTTP; else it forwards bytes
 * @param terminates whether it terminates mutual TLS
 */
record ChainOption(List<String> protocols, TransportProtocol transport, boolean http, boolean terminates) {
    private static final List<String> MESH_HTTP = List.of("istio-http/1.0", "istio-http/1.1", "istio-h2");
    private static final List<String> MESH_TCP = List.of("istio-peer-exchange", "istio");
    private static final List<String> MESH =
            List.of("istio", "istio-peer-exchange", "istio-http/1.0", "istio-http/1.1", "istio-h2");
    /** Without PILOT_HTTP10 a request of HTTP/1.0 is forwarded as bytes. */
    private static final List<String> PLAIN_HTTP = List.of("http/1.1", "h2c");

    ChainOption {
        protocols = List.copyOf(protocols);
    }

    /** {@return the chains of a port, in order} */
    static List<ChainOption> of(PortKind kind, MutualTlsMode mode) {
        return switch (mode) {
            case STRICT -> strict(kind);
            case PERMISSIVE -> permissive(kind);
            case DISABLE, UNSET -> plaintext(kind);
        };
    }

    private static List<ChainOption> strict(PortKind kind) {
        return switch (kind) {
            case HTTP -> List.of(terminating(List.of(), true));
            case TCP -> List.of(terminating(List.of(), false));
            case AUTO -> List.of(terminating(MESH_HTTP, true), terminating(List.of(), false));
        };
    }

    private static List<ChainOption> permissive(PortKind kind) {
        return switch (kind) {
            case HTTP -> List.of(terminating(MESH, true), plain(List.of(), true));
            case TCP -> List.of(terminating(MESH, false), foreignTls(), plain(List.of(), false));
            case AUTO ->
                List.of(
                        terminating(MESH_HTTP, true),
                        plain(PLAIN_HTTP, true),
                        terminating(MESH_TCP, false),
                        plain(List.of(), false),
                        foreignTls());
        };
    }

    private static List<ChainOption> plaintext(PortKind kind) {
        return switch (kind) {
            case HTTP -> List.of(plain(List.of(), true));
            case TCP -> List.of(plain(List.of(), false));
            case AUTO -> List.of(plain(PLAIN_HTTP, true), plain(List.of(), false));
        };
    }

    private static ChainOption terminating(List<String> protocols, boolean http) {
        return new ChainOption(protocols, TransportProtocol.TLS, http, true);
    }

    private static ChainOption plain(List<String> protocols, boolean http) {
        return new ChainOption(protocols, TransportProtocol.RAW_BUFFER, http, false);
    }

    /** {@return the chain of TLS that is the application's own} */
    private static ChainOption foreignTls() {
        return new ChainOption(List.of(), TransportProtocol.TLS, false, false);
    }
}
