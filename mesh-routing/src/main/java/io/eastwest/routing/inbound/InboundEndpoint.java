package io.eastwest.routing.inbound;

import io.eastwest.routing.view.MeshProxy;
import java.util.Optional;

/**
 * Where an ingress listener of a Sidecar sends connections.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:buildInboundClustersFromSidecar}.
 *
 * @param address {@code ip:port} or a {@code unix://} path; empty: the address that was dialled
 */
record InboundEndpoint(Optional<String> address) {
    private static final String UNIX = "unix://";

    /**
     * {@return the endpoint; empty: the text is malformed and no cluster is made}
     *
     * @param text the default endpoint as written; empty text: none
     * @param proxy the proxy
     */
    static Optional<InboundEndpoint> of(String text, MeshProxy proxy) {
        if (text.isEmpty()) {
            return Optional.of(new InboundEndpoint(Optional.empty()));
        }
        if (text.startsWith(UNIX)) {
            return Optional.of(new InboundEndpoint(Optional.of(text)));
        }
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        return Optional.of(
                new InboundEndpoint(host(host, proxy).map(address -> text(address, Integer.parseInt(port)))));
    }

    /** Other hosts than the workload itself mean the address that was dialled. */
    private static Optional<String> host(String host, MeshProxy proxy) {
        return switch (host) {
            case "0.0.0.0" -> Optional.of(ProxyAddresses.ofFamily(proxy, false));
            case "::" -> Optional.of(ProxyAddresses.ofFamily(proxy, true));
            case "127.0.0.1", "::1" -> Optional.of(ProxyAddresses.localhost(proxy));
            default -> Optional.empty();
        };
    }

    static String text(String address, int port) {
        return ProxyAddresses.isV6(address) ? "[" + address + "]:" + port : address + ":" + port;
    }
}
