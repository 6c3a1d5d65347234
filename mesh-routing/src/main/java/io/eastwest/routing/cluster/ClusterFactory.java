package io.eastwest.routing.cluster;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.routing.destination.FixedClusters;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshProxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clusters of one proxy, each made when it is first asked for. Thread-safe. */
public final class ClusterFactory {
    private static final String INBOUND = "inbound";
    private static final String OUTBOUND = "outbound";

    private final ProxyScope scope;
    private final OutboundClusters outbound;
    private final WorkloadClusters workload;
    private final VirtualAddressClusters virtual;
    private final Map<String, Optional<Cluster>> clusters = new ConcurrentHashMap<>();

    private ClusterFactory(ProxyScope scope, ClusterInputs inputs) {
        this.scope = scope;
        this.outbound = new OutboundClusters(scope, inputs);
        this.workload = new WorkloadClusters(scope);
        this.virtual = new VirtualAddressClusters(scope, outbound);
    }

    /**
     * The clusters of a proxy.
     *
     * @param scope what the proxy sees
     * @return its clusters
     */
    public static ClusterFactory of(ProxyScope scope) {
        return of(scope, ClusterInputs.of(scope.view()));
    }

    /**
     * The clusters of a proxy.
     *
     * @param scope what the proxy sees
     * @param inputs what the clusters of all proxies of its control plane share
     * @return its clusters
     */
    public static ClusterFactory of(ProxyScope scope, ClusterInputs inputs) {
        return new ClusterFactory(scope, inputs);
    }

    /**
     * A cluster.
     *
     * @param name name as istiod gives it
     * @return the cluster; empty: the proxy has none of this name
     * @throws io.eastwest.model.issue.UnsupportedFeatureException if what the control plane sends is not defined
     */
    public Optional<Cluster> cluster(String name) {
        return clusters.computeIfAbsent(name, key -> make(key, TraceSink.NONE));
    }

    /**
     * Tells how a cluster came to be, or why there is none, by making it once more.
     *
     * @param name name as istiod gives it
     * @param trace takes the steps
     */
    public void trace(String name, TraceSink trace) {
        make(name, trace);
    }

    /**
     * A cluster to a service with what decides about it: an outbound one, or one of a waypoint to a service that it serves.
     *
     * @param key its name in parts
     * @return the cluster; empty: the proxy has none
     */
    public Optional<ClusterPolicy> policy(SubsetKey key) {
        return key.direction().equals(VirtualAddressClusters.DIRECTION) && waypoint()
                ? virtual.policy(key)
                : outbound.policy(key);
    }

    private Optional<Cluster> make(String name, TraceSink trace) {
        boolean sidecar = scope.proxy().kind() == MeshProxy.Kind.SIDECAR;
        MeshConfig mesh = scope.view().meshConfig();
        return switch (name) {
            case FixedClusters.ENCAPSULATION ->
                waypoint() ? Optional.of(FixedClusters.passthrough(name, mesh)) : Optional.empty();
            case FixedClusters.BLACK_HOLE -> Optional.of(FixedClusters.blackHole(mesh));
            case FixedClusters.PASSTHROUGH, FixedClusters.INBOUND_PASSTHROUGH ->
                sidecar ? Optional.of(FixedClusters.passthrough(name, mesh)) : Optional.empty();
            default -> ofService(name, sidecar, trace);
        };
    }

    private boolean waypoint() {
        return scope.proxy().kind() == MeshProxy.Kind.WAYPOINT;
    }

    private Optional<Cluster> ofService(String name, boolean sidecar, TraceSink trace) {
        SubsetKey key = SubsetKey.parse(name);
        if (key.direction().equals(VirtualAddressClusters.DIRECTION)) {
            return waypoint() ? virtual.cluster(key, trace) : Optional.empty();
        }
        if (key.direction().equals(INBOUND)) {
            return sidecar && key.clusterName().equals(name) ? workload.cluster(key) : Optional.empty();
        }
        boolean serverName = SubsetKey.isServerName(name);
        boolean whole = name.equals(serverName ? key.serverName() : key.clusterName());
        return whole && key.direction().equals(OUTBOUND) ? outbound.cluster(key, serverName, trace) : Optional.empty();
    }
}
