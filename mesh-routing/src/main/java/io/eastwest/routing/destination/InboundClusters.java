package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;
import java.util.Optional;

/**
 * Clusters from a sidecar to its own workload; of a DestinationRule only the connection pool counts. Mirrors istio 1.30.3
 * {@code pilot/pkg/networking/core/cluster_builder.go:buildInboundCluster}.
 */
public final class InboundClusters {
    private InboundClusters() {}

    /**
     * Makes a cluster.
     *
     * @param name name as istiod gives it
     * @param address address of the workload; empty: the address that was dialled
     * @param protocol protocol of the service port
     * @param policy policy of the DestinationRule for the service
     * @param ofSidecar connection pool of the Sidecar resource, which replaces that of the policy
     * @param mesh mesh configuration
     * @param origins resources it comes from
     * @return the cluster
     */
    public static Cluster of(
            String name,
            Optional<String> address,
            PortProtocol protocol,
            EffectivePolicy policy,
            Optional<ConnectionPoolSettings> ofSidecar,
            MeshConfig mesh,
            List<Origin> origins) {
        Optional<ConnectionPoolSettings> pool =
                ofSidecar.or(() -> policy.connectionPool().map(Sourced::value));
        ClusterBuilder cluster = Cluster.builder()
                .name(name)
                .tls(UpstreamTls.none())
                .protocol(UpstreamProtocols.inbound(
                        protocol, MeshProxy.Kind.SIDECAR, pool.flatMap(ConnectionPoolSettings::http)))
                .addAllOrigins(origins);
        if (address.isPresent()) {
            cluster.type(ClusterType.STATIC)
                    .loadBalancing(BalancerChoice.ROUND_ROBIN)
                    .addAssignment(local(address.get()));
        } else {
            cluster.type(ClusterType.ORIGINAL_DST).loadBalancing(BalancerChoice.CLUSTER_PROVIDED);
        }
        ConnectionLimits.apply(pool, policy.retryBudget().map(Sourced::value), mesh, cluster);
        return cluster.build();
    }

    private static LocalityEndpoints local(String address) {
        return LocalityEndpoints.builder()
                .region("")
                .zone("")
                .subzone("")
                .addEndpoint(
                        LbEndpoint.builder().address(address).mutualTls(false).build())
                .build();
    }
}
