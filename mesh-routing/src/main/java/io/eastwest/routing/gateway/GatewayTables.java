package io.eastwest.routing.gateway;

import static java.util.Objects.requireNonNull;

import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listeners and route configurations of a gateway. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/gateway.go:buildGatewayListeners}. Thread-safe; route configurations are made on first use.
 */
public final class GatewayTables {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final String ALL_ADDRESSES = "0.0.0.0";
    private static final VirtualServiceTrace NOBODY = VirtualServiceTrace.of(List.of(), TraceSink.NONE);

    private final ProxyScope scope;
    private final MergedServers servers;
    private final ChainFilters filters;
    private final List<ProxyListener> listeners;
    private final Map<String, RouteConfiguration> routes = new ConcurrentHashMap<>();

    private GatewayTables(ProxyScope scope, MergedServers servers, ChainFilters filters) {
        this.scope = scope;
        this.servers = servers;
        this.filters = filters;
        this.listeners = makeListeners();
    }

    /**
     * Makes the tables of a gateway.
     *
     * @param scope what it sees
     * @param gateways all Gateways of the control plane, by creation time, name, namespace
     * @param filters filters of its chains
     * @return its tables
     */
    public static GatewayTables of(ProxyScope scope, List<MeshGateway> gateways, ChainFilters filters) {
        MergedServers servers = MergedServers.of(scope.proxy(), scope.serviceTargets(), gateways);
        return new GatewayTables(scope, servers, filters);
    }

    /** {@return its listeners} */
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
        List<BoundServer> ofName = servers.byRoutes().get(name);
        if (ofName == null) {
            return Optional.empty();
        }
        return Optional.of(routes.computeIfAbsent(name, key -> GatewayRoutes.of(scope, key, ofName, NOBODY)));
    }

    /**
     * Tells which VirtualServices a route configuration has for some hosts, by making it once more.
     *
     * @param name name that a listener gives
     * @param trace the hosts, and what takes the steps
     */
    public void trace(String name, VirtualServiceTrace trace) {
        List<BoundServer> ofName = servers.byRoutes().get(name);
        if (ofName != null) {
            GatewayRoutes.of(scope, name, ofName, trace);
        }
    }

    /**
     * Tells which tcp and tls rules of VirtualServices there are for the servers of a port, by making their chains once more.
     *
     * @param port port of the pod
     * @param trace takes the steps
     */
    public void traceChains(int port, TraceSink trace) {
        servers.byPort().forEach((key, ofPort) -> {
            if (key.port() == port) {
                GatewayChains.trace(scope, filters, ofPort, trace);
            }
        });
    }

    private List<ProxyListener> makeListeners() {
        GatewayChains chains = new GatewayChains(scope, filters);
        Map<String, List<FilterChain>> byName = new LinkedHashMap<>();
        Map<String, MergedServers.Key> keys = new LinkedHashMap<>();
        servers.byPort().forEach((key, ofPort) -> {
            if (!scope.proxy().unprivileged() || key.port() >= FIRST_UNPRIVILEGED_PORT) {
                String name = bind(key) + "_" + key.port();
                keys.putIfAbsent(name, key);
                byName.computeIfAbsent(name, each -> new ArrayList<>()).addAll(chains.of(key, ofPort));
            }
        });
        List<ProxyListener> made = new ArrayList<>();
        byName.forEach((name, ofListener) -> {
            if (!ofListener.isEmpty()) {
                made.add(listener(name, requireNonNull(keys.get(name)), ofListener));
            }
        });
        return List.copyOf(made);
    }

    private ProxyListener listener(String name, MergedServers.Key key, List<FilterChain> chains) {
        boolean detectsTls = chains.stream()
                .anyMatch(chain ->
                        chain.tls().isPresent() || !chain.match().serverNames().isEmpty());
        return ProxyListener.builder()
                .name(name)
                .address(bind(key))
                .port(key.port())
                .filterChains(chains)
                .detectsTls(detectsTls)
                .detectsHttp(false)
                .build();
    }

    private String bind(MergedServers.Key key) {
        if (!key.bind().isEmpty()) {
            return key.bind();
        }
        boolean onlyIpv6 = !scope.proxy().addresses().isEmpty()
                && scope.proxy().addresses().stream().allMatch(address -> address.indexOf(':') >= 0);
        return onlyIpv6 ? "::" : ALL_ADDRESSES;
    }
}
