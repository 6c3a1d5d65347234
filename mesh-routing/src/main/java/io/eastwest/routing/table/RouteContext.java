package io.eastwest.routing.table;

import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
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
 * @param trace takes each match that is left out
 */
public record RouteContext(
        ProxyScope scope,
        List<String> gateways,
        int port,
        boolean tls,
        Function<String, Optional<MeshService>> services,
        TraceSink trace) {
    /**
     * Copies the list.
     *
     * @param scope what the proxy sees
     * @param gateways names that stand for the proxy
     * @param port port
     * @param tls whether TLS is terminated
     * @param services lookup
     * @param trace takes what is left out
     */
    public RouteContext {
        gateways = List.copyOf(gateways);
    }

    /**
     * A context that nobody listens to.
     *
     * @param scope what the proxy sees
     * @param gateways names that stand for the proxy
     * @param port port
     * @param tls whether TLS is terminated
     * @param services lookup
     */
    public RouteContext(
            ProxyScope scope,
            List<String> gateways,
            int port,
            boolean tls,
            Function<String, Optional<MeshService>> services) {
        this(scope, gateways, port, tls, services, TraceSink.NONE);
    }

    /**
     * {@return the same with a listener}
     *
     * @param sink takes each match that is left out
     */
    public RouteContext with(TraceSink sink) {
        return new RouteContext(scope, gateways, port, tls, services, sink);
    }
}
