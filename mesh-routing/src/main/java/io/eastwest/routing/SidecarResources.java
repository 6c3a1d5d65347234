package io.eastwest.routing;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.SidecarTables;
import java.util.List;
import java.util.Optional;

/**
 * What a sidecar has received.
 *
 * @param tables outbound listeners and routes
 */
record SidecarResources(SidecarTables tables) implements ProxyResources {
    static SidecarResources of(ProxyScope scope) {
        return new SidecarResources(SidecarTables.of(scope));
    }

    @Override
    public List<ProxyListener> outboundListeners() {
        return tables.listeners();
    }

    @Override
    public List<ProxyListener> inboundListeners() {
        return List.of();
    }

    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return tables.routeConfiguration(name);
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return Optional.empty();
    }
}
