package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.inbound.InboundListeners;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.OutboundPolicies;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.SidecarTables;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.List;
import java.util.Optional;

/**
 * What a sidecar has received.
 *
 * @param tables outbound routes
 * @param outboundListeners listeners for connections of its workload
 * @param inboundListeners listeners for connections to its workload
 * @param clusters clusters that it sends to
 * @param proxy the sidecar
 * @param modes how connections to workloads may be secured
 */
record SidecarResources(
        SidecarTables tables,
        List<ProxyListener> outboundListeners,
        List<ProxyListener> inboundListeners,
        ClusterFactory clusters,
        MeshProxy proxy,
        PeerAuthenticationModes modes)
        implements ProxyResources {
    static SidecarResources of(ProxyScope scope, SecurityPolicies policies, ClusterInputs inputs) {
        SidecarTables tables = SidecarTables.of(scope);
        return new SidecarResources(
                tables,
                OutboundPolicies.on(tables.listeners(), scope, policies),
                InboundListeners.of(scope, policies),
                ClusterFactory.of(scope, inputs),
                scope.proxy(),
                policies.modes());
    }

    /** {@return what it has for connections that come out of tunnels} */
    static SidecarResources tunnelled(ProxyScope scope, SecurityPolicies policies, ClusterInputs inputs) {
        SidecarTables tables = SidecarTables.of(scope);
        return new SidecarResources(
                tables,
                OutboundPolicies.on(tables.listeners(), scope, policies),
                InboundListeners.tunnelled(scope, policies),
                ClusterFactory.of(scope, inputs),
                scope.proxy(),
                policies.modes());
    }

    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return tables.routeConfiguration(name);
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return clusters.cluster(name);
    }

    @Override
    public void traceInbound(int port, TraceSink trace) {
        modes.trace(proxy.namespace(), proxy.labels(), port, trace);
    }

    @Override
    public void traceRoutes(String name, List<String> hosts, TraceSink trace) {
        tables.trace(name, VirtualServiceTrace.of(hosts, trace));
    }

    @Override
    public void traceChains(String address, int port, TraceSink trace) {
        tables.traceChains(address, port, trace);
    }

    @Override
    public void traceCluster(String name, TraceSink trace) {
        clusters.trace(name, trace);
    }
}
