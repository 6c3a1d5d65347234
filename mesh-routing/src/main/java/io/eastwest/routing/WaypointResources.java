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
 * @param listeners listeners for what comes out of its tunnels
 * @param clusters clusters that it sends to
 * @param tables what its listeners are made of; empty for an east-west gateway
 */
record WaypointResources(List<ProxyListener> listeners, ClusterFactory clusters, Optional<WaypointTables> tables)
        implements ProxyResources {
    static WaypointResources of(
            ProxyScope scope, AmbientIndex index, Waypoint waypoint, SecurityPolicies policies, ClusterInputs inputs) {
        WaypointTables tables = WaypointTables.of(scope, index, waypoint, policies);
        return new WaypointResources(tables.listeners(), ClusterFactory.of(scope, inputs), Optional.of(tables));
    }

    static WaypointResources ofGateway(
            ProxyScope scope, AmbientIndex index, SecurityPolicies policies, ClusterInputs inputs) {
        return new WaypointResources(
                EastWestTables.listeners(scope, index, policies), ClusterFactory.of(scope, inputs), Optional.empty());
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
        return clusters.cluster(name);
    }

    @Override
    public void traceRoutes(String name, List<String> hosts, TraceSink trace) {
        // authorities do not matter at a waypoint: the name says which service was called
        List<String> called = List.of(SubsetKey.parse(name).host());
        tables.ifPresent(each -> each.trace(name, VirtualServiceTrace.of(called, trace)));
    }

    @Override
    public void traceCluster(String name, TraceSink trace) {
        clusters.trace(name, trace);
    }
}
