package io.eastwest.routing.inbound;

import io.eastwest.model.istio.mesh.MeshInboundMode;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarIngress;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters of a sidecar for its own workload. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster.go:buildInboundClusters} and {@code
 * cluster_builder.go:buildInboundCluster, buildInboundPassthroughCluster}.
 */
public final class InboundClusters {
    static final String PASSTHROUGH = "InboundPassthroughCluster";
    static final String BLACK_HOLE = "BlackHoleCluster";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PASSTHROUGH_IDLE_TIMEOUT = Duration.ofMinutes(5);

    private final ProxyScope scope;
    private final MeshProxy proxy;
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();

    private InboundClusters(ProxyScope scope) {
        this.scope = scope;
        this.proxy = scope.proxy();
        add(cluster(PASSTHROUGH, Optional.empty())
                .protocol(UpstreamProtocol.AS_DOWNSTREAM)
                .idleTimeout(PASSTHROUGH_IDLE_TIMEOUT)
                .build());
        add(cluster(BLACK_HOLE, Optional.empty())
                .type(ClusterType.STATIC)
                .loadBalancing(new LoadBalancingPolicy.Simple("ROUND_ROBIN"))
                .build());
        Optional<Sidecar> sidecar = InboundPorts.withIngress(scope);
        if (sidecar.isPresent()) {
            ofSidecar(sidecar.get());
        } else {
            ofServices();
        }
    }

    /**
     * Makes the clusters of a sidecar.
     *
     * @param scope the proxy and what its control plane knows
     * @return its inbound clusters
     */
    public static InboundClusters of(ProxyScope scope) {
        return new InboundClusters(scope);
    }

    /**
     * Finds a cluster.
     *
     * @param name name, for example {@code inbound|8080||} or {@code InboundPassthroughCluster}
     * @return the cluster; empty when there is none
     */
    public Optional<Cluster> cluster(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    private void add(Cluster cluster) {
        clusters.putIfAbsent(cluster.name(), cluster);
    }

    private void ofServices() {
        boolean localhost = scope.view()
                        .meshConfig()
                        .inboundTrafficPolicy()
                        .flatMap(policy -> policy.mode())
                        .orElse(MeshInboundMode.PASSTHROUGH)
                == MeshInboundMode.LOCALHOST;
        for (ServiceTarget target : InboundPorts.targets(scope)) {
            int port = target.workloadPort();
            Optional<String> endpoint = localhost
                    ? Optional.of(InboundEndpoint.text(ProxyAddresses.localhost(proxy), port))
                    : Optional.empty();
            add(cluster("inbound|" + port + "||", endpoint)
                    .protocol(protocol(target.port().protocol()))
                    .addOrigin(new Origin(target.service().resource(), ""))
                    .build());
        }
    }

    private void ofSidecar(Sidecar sidecar) {
        List<SidecarIngress> ingress = sidecar.spec().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            SidecarIngress listener = ingress.get(i);
            Origin origin = new Origin(sidecar.key(), "spec.ingress[" + i + "]");
            PortProtocol protocol =
                    PortProtocol.parse(listener.port().protocol().orElse(""));
            String name = "inbound|" + listener.port().number().orElse(0) + "||";
            InboundEndpoint.of(listener.defaultEndpoint().orElse(""), proxy)
                    .ifPresent(endpoint -> add(cluster(name, endpoint.address())
                            .protocol(protocol(protocol))
                            .addOrigin(origin)
                            .build()));
        }
    }

    private ClusterBuilder cluster(String name, Optional<String> endpoint) {
        ClusterBuilder cluster = Cluster.builder()
                .name(name)
                .type(endpoint.isPresent() ? ClusterType.STATIC : ClusterType.ORIGINAL_DST)
                .loadBalancing(
                        new LoadBalancingPolicy.Simple(endpoint.isPresent() ? "ROUND_ROBIN" : "CLUSTER_PROVIDED"))
                .tls(UpstreamTls.none())
                .connectTimeout(scope.view().meshConfig().connectTimeout().orElse(CONNECT_TIMEOUT));
        endpoint.ifPresent(address -> cluster.addAssignment(LocalityEndpoints.builder()
                .region("")
                .zone("")
                .subzone("")
                .addEndpoint(LbEndpoint.builder()
                        .address(address)
                        .mutualTls(false)
                        .owner(proxy.id())
                        .build())
                .build()));
        return cluster;
    }

    private static UpstreamProtocol protocol(PortProtocol protocol) {
        if (protocol.isHttp2()) {
            return UpstreamProtocol.HTTP_2;
        }
        return protocol == PortProtocol.UNSUPPORTED ? UpstreamProtocol.AS_DOWNSTREAM : UpstreamProtocol.HTTP_1;
    }
}
