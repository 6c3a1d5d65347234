package io.eastwest.routing;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.waypoint.EastWestTables;
import io.eastwest.routing.waypoint.WaypointTables;
import java.util.List;
import java.util.Optional;

/**
 * What a waypoint has received.
 *
 * @param scope the waypoint and what it sees
 * @param listeners listeners for what comes out of its tunnels
 * @param tables what its listeners are made of; empty for an east-west gateway
 * @param inputs what the clusters of all proxies share
 * @param shared what was made for others
 */
record WaypointResources(
        ProxyScope scope,
        List<ProxyListener> listeners,
        Optional<WaypointTables> tables,
        ClusterInputs inputs,
        SharedResources shared)
        implements ProxyResources {
    static WaypointResources of(
            ProxyScope scope,
            AmbientIndex index,
            Waypoint waypoint,
            SecurityPolicies policies,
            ClusterInputs inputs,
            SharedResources shared) {
        WaypointTables tables = WaypointTables.of(scope, index, waypoint, policies);
        return new WaypointResources(scope, tables.listeners(), Optional.of(tables), inputs, shared);
    }

    static WaypointResources ofGateway(
            ProxyScope scope,
            AmbientIndex index,
            SecurityPolicies policies,
            ClusterInputs inputs,
            SharedResources shared) {
        return new WaypointResources(
                scope, EastWestTables.listeners(scope, index, policies), Optional.empty(), inputs, shared);
    }

    @Override
    public List<ProxyListener> outboundListeners() {
        return List.of();
    }

    @Override
    public List<ProxyListener> inboundListeners() {
        return listeners;
    }

    /** Every chain holds its own routes. */
    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return shared.cluster(name, scope, inputs);
    }

    @Override
    public void traceRoutes(String name, List<String> hosts, TraceSink trace) {
        // authorities do not matter at a waypoint: the name says which service was called
        List<String> called = List.of(SubsetKey.parse(name).host());
        tables.ifPresent(each -> each.trace(name, VirtualServiceTrace.of(called, trace)));
    }

    @Override
    public void traceCluster(String name, TraceSink trace) {
        ClusterFactory.of(scope, inputs).trace(name, trace);
    }
}
