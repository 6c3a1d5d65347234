package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.gateway.ChainFilters;
import io.eastwest.routing.gateway.GatewayTables;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityFilters;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway has received.
 *
 * @param scope the gateway and what it sees
 * @param tables listeners and routes
 * @param inputs what the clusters of all proxies share
 * @param shared what was made for others
 */
record GatewayResources(ProxyScope scope, GatewayTables tables, ClusterInputs inputs, SharedResources shared)
        implements ProxyResources {
    static GatewayResources of(
            ProxyScope scope,
            List<MeshGateway> gateways,
            SecurityPolicies policies,
            ClusterInputs inputs,
            SharedResources shared) {
        SecurityFilters filters = policies.filters(scope.proxy());
        return new GatewayResources(
                scope,
                GatewayTables.of(scope, gateways, new ChainFilters(filters.http(), filters.tcp())),
                inputs,
                shared);
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
        return shared.cluster(name, scope, inputs);
    }

    @Override
    public void traceRoutes(String name, List<String> hosts, TraceSink trace) {
        tables.trace(name, VirtualServiceTrace.of(hosts, trace));
    }

    @Override
    public void traceChains(String address, int port, TraceSink trace) {
        tables.traceChains(port, trace);
    }

    @Override
    public void traceCluster(String name, TraceSink trace) {
        ClusterFactory.of(scope, inputs).trace(name, trace);
    }
}
