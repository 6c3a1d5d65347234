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
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.SidecarTables;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.List;
import java.util.Optional;

/** What a sidecar has received; made when it is asked for, and shared with sidecars that receive the same. Thread-safe. */
final class SidecarResources implements ProxyResources {
    private final ProxyScope scope;
    private final boolean tunnelled;
    private final SecurityPolicies policies;
    private final ClusterInputs inputs;
    private final SharedResources shared;
    private final RecentValues<Optional<RouteConfiguration>> routes = new RecentValues<>();
    private final RecentValues<Optional<Cluster>> clusters = new RecentValues<>();

    /**
     * Prepares the resources of a sidecar.
     *
     * @param scope the sidecar and what it sees
     * @param tunnelled whether connections to its workload come out of tunnels
     * @param policies security policies of its control plane
     * @param inputs what the clusters of all proxies share
     * @param shared what was made for others
     */
    SidecarResources(
            ProxyScope scope,
            boolean tunnelled,
            SecurityPolicies policies,
            ClusterInputs inputs,
            SharedResources shared) {
        this.scope = scope;
        this.tunnelled = tunnelled;
        this.policies = policies;
        this.inputs = inputs;
        this.shared = shared;
    }

    @Override
    public List<ProxyListener> outboundListeners() {
        return shared.outbound()
                .get("", scope, each -> OutboundPolicies.on(SidecarTables.listeners(each), each, policies));
    }

    @Override
    public List<ProxyListener> inboundListeners() {
        return tunnelled
                ? shared.inbound().get("tunnelled", scope, each -> InboundListeners.tunnelled(each, policies))
                : shared.inbound().get("", scope, each -> InboundListeners.of(each, policies));
    }

    @Override
    public Optional<RouteConfiguration> routeConfiguration(String name) {
        return routes.get(
                name,
                key -> shared.routeConfigurations()
                        .get(key, scope, each -> SidecarTables.routeConfiguration(each, key)));
    }

    @Override
    public Optional<Cluster> cluster(String name) {
        return clusters.get(name, key -> shared.cluster(key, scope, inputs));
    }

    @Override
    public void traceInbound(int port, TraceSink trace) {
        MeshProxy proxy = scope.proxy();
        policies.modes().trace(proxy.namespace(), proxy.labels(), port, trace);
    }

    @Override
    public void traceRoutes(String name, List<String> hosts, TraceSink trace) {
        SidecarTables.trace(scope, name, VirtualServiceTrace.of(hosts, trace));
    }

    @Override
    public void traceChains(String address, int port, TraceSink trace) {
        SidecarTables.traceChains(scope, address, port, trace);
    }

    @Override
    public void traceCluster(String name, TraceSink trace) {
        ClusterFactory.of(scope, inputs).trace(name, trace);
    }
}
