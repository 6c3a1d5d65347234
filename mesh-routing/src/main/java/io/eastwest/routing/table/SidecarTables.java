package io.eastwest.routing.table;

import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Outbound listeners and route configurations of a sidecar. Thread-safe; route configurations are made on first use. */
public final class SidecarTables {
    private final ProxyScope scope;
    private final List<ProxyListener> listeners;
    private final Map<String, Optional<RouteConfiguration>> routes = new ConcurrentHashMap<>();

    private SidecarTables(ProxyScope scope) {
        this.scope = scope;
        this.listeners = List.copyOf(OutboundListeners.of(scope));
    }

    /**
     * Makes the tables of a sidecar.
     *
     * @param scope what it sees
     * @return its tables
     */
    public static SidecarTables of(ProxyScope scope) {
        return new SidecarTables(scope);
    }

    /** {@return outbound listeners, the one that takes all captured traffic last} */
    public List<ProxyListener> listeners() {
        return listeners;
    }

    /**
     * A route configuration.
     *
     * @param name name that a listener gives
     * @return the configuration; empty: none of that name
     */
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return routes.computeIfAbsent(name, key -> RouteTables.of(scope, key));
    }

    /**
     * Tells which VirtualServices a route configuration has for some hosts, by making it once more.
     *
     * @param name name that a listener gives
     * @param trace the hosts, and what takes the steps
     */
    public void trace(String name, VirtualServiceTrace trace) {
        RouteTables.of(scope, name, trace);
    }

    /**
     * Tells which tcp and tls rules of VirtualServices there are for connections to an address, by making their chains once more.
     *
     * @param address address that is dialled
     * @param port port that is dialled
     * @param trace takes the steps
     */
    public void traceChains(String address, int port, TraceSink trace) {
        new ChainTrace(scope, address, port, trace).tell();
    }
}
