package io.eastwest.routing.table;

import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * For whom and where the routes of a VirtualService are made.
 *
 * @param scope what the proxy sees
 * @param gateways names that stand for the proxy in {@code gateways} of a match: {@code mesh}, or one Gateway
 * @param port listener port at a sidecar (0 for HTTP proxy and unix sockets), server port at a gateway
 * @param tls whether the server terminates TLS
 * @param services looks up the service of a destination
 */
public record RouteContext(
        ProxyScope scope,
        List<String> gateways,
        int port,
        boolean tls,
        Function<String, Optional<MeshService>> services) {
    /**
     * Copies the list.
     *
     * @param scope what the proxy sees
     * @param gateways names that stand for the proxy
     * @param port port
     * @param tls whether TLS is terminated
     * @param services lookup
     */
    public RouteContext {
        gateways = List.copyOf(gateways);
    }
}
