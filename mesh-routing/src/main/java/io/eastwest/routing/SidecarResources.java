package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.inbound.InboundListeners;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.SidecarTables;
import java.util.List;
import java.util.Optional;

/**
 * What a sidecar has received.
 *
 * @param tables outbound listeners and routes
 * @param inboundListeners listeners for connections to its workload
 * @param clusters clusters that it sends to
 */
record SidecarResources(SidecarTables tables, List<ProxyListener> inboundListeners, ClusterFactory clusters)
        implements ProxyResources {
    static SidecarResources of(ProxyScope scope, SecurityPolicies policies, ClusterInputs inputs) {
        return new SidecarResources(
                SidecarTables.of(scope), InboundListeners.of(scope, policies), ClusterFactory.of(scope, inputs));
    }

    /** {@return what it has for connections that come out of tunnels} */
    static SidecarResources tunnelled(ProxyScope scope, SecurityPolicies policies, ClusterInputs inputs) {
        return new SidecarResources(
                SidecarTables.of(scope), InboundListeners.tunnelled(scope, policies), ClusterFactory.of(scope, inputs));
    }

    @Override
    public List<ProxyListener> outboundListeners() {
        return tables.listeners();
    }

    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return tables.routeConfiguration(name);
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return clusters.cluster(name);
    }
}
