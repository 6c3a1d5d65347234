package io.eastwest.routing.table;

import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;

/** Outbound listeners and route configurations of a sidecar, made anew with each call. */
public final class SidecarTables {
    private SidecarTables() {}

    /**
     * Makes the listeners of a sidecar.
     *
     * @param scope what it sees
     * @return outbound listeners, the one that takes all captured traffic last
     */
    public static List<ProxyListener> listeners(ProxyScope scope) {
        return List.copyOf(OutboundListeners.of(scope));
    }

    /**
     * Makes a route configuration of a sidecar.
     *
     * @param scope what it sees
     * @param name name that a listener gives
     * @return the configuration; empty: none of that name
     */
    public static Optional<RouteConfiguration> routeConfiguration(ProxyScope scope, String name) {
        return RouteTables.of(scope, name);
    }

    /**
     * Tells which VirtualServices a route configuration has for some hosts, by making it once more.
     *
     * @param scope what the sidecar sees
     * @param name name that a listener gives
     * @param trace the hosts, and what takes the steps
     */
    public static void trace(ProxyScope scope, String name, VirtualServiceTrace trace) {
        RouteTables.of(scope, name, trace);
    }

    /**
     * Tells which tcp and tls rules of VirtualServices there are for connections to an address, by making their chains once more.
     *
     * @param scope what the sidecar sees
     * @param address address that is dialled
     * @param port port that is dialled
     * @param trace takes the steps
     */
    public static void traceChains(ProxyScope scope, String address, int port, TraceSink trace) {
        new ChainTrace(scope, address, port, trace).tell();
    }
}
