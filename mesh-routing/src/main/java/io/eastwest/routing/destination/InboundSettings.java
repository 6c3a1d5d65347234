package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import java.util.Optional;

/**
 * Settings of the clusters from a sidecar to its own workload; of a DestinationRule only the connection pool and the retry
 * budget count. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster_builder.go:buildInboundCluster}.
 */
public final class InboundSettings {
    private InboundSettings() {}

    /**
     * Starts a cluster.
     *
     * @param name name as istiod gives it
     * @param protocol protocol of the port
     * @param policy policy of the DestinationRule for the service
     * @param ofSidecar connection pool of the Sidecar resource, which replaces that of the policy
     * @param mesh mesh configuration
     * @return the cluster without type, balancing and endpoints
     */
    public static ClusterBuilder cluster(
            String name,
            PortProtocol protocol,
            EffectivePolicy policy,
            Optional<ConnectionPoolSettings> ofSidecar,
            MeshConfig mesh) {
        Optional<ConnectionPoolSettings> pool =
                ofSidecar.or(() -> policy.connectionPool().map(Sourced::value));
        ClusterBuilder cluster = Cluster.builder()
                .name(name)
                .tls(UpstreamTls.none())
                .protocol(UpstreamProtocols.inbound(
                        protocol, MeshProxy.Kind.SIDECAR, pool.flatMap(ConnectionPoolSettings::http)));
        ConnectionLimits.apply(pool, policy.retryBudget().map(Sourced::value), mesh, cluster);
        return cluster;
    }
}
