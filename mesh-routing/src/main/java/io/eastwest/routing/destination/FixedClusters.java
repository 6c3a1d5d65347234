package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import java.time.Duration;

/**
 * Clusters that belong to no service. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_builder.go:buildBlackHoleCluster, buildDefaultPassthroughCluster,
 * buildInboundPassthroughCluster}.
 */
public final class FixedClusters {
    /** Takes what is refused; it has no endpoint. */
    public static final String BLACK_HOLE = "BlackHoleCluster";

    /** Sends to the address that was dialled. */
    public static final String PASSTHROUGH = "PassthroughCluster";

    /** Sends what arrives at ports without a service to the address that was dialled. */
    public static final String INBOUND_PASSTHROUGH = "InboundPassthroughCluster";

    /** Sends to the address that was dialled, in a tunnel; only waypoints have it. */
    public static final String ENCAPSULATION = "encap";

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private FixedClusters() {}

    /**
     * The cluster that takes what is refused.
     *
     * @param mesh mesh configuration
     * @return the cluster
     */
    public static Cluster blackHole(MeshConfig mesh) {
        return Cluster.builder()
                .name(BLACK_HOLE)
                .type(ClusterType.STATIC)
                .loadBalancing(BalancerChoice.ROUND_ROBIN)
                .tls(UpstreamTls.none())
                .connectTimeout(ConnectionLimits.connectTimeout(mesh))
                .build();
    }

    /**
     * A cluster that sends to the address that was dialled.
     *
     * @param name {@link #PASSTHROUGH} or {@link #INBOUND_PASSTHROUGH}
     * @param mesh mesh configuration
     * @return the cluster
     */
    public static Cluster passthrough(String name, MeshConfig mesh) {
        return Cluster.builder()
                .name(name)
                .type(ClusterType.ORIGINAL_DST)
                .loadBalancing(BalancerChoice.CLUSTER_PROVIDED)
                .tls(UpstreamTls.none())
                .connectTimeout(ConnectionLimits.connectTimeout(mesh))
                .idleTimeout(IDLE_TIMEOUT)
                .protocol(UpstreamProtocol.AS_DOWNSTREAM)
                .build();
    }
}
