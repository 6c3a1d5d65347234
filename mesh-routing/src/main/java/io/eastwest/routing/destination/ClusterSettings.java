package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything about an outbound cluster but its endpoints. Immutable and thread-safe.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster_traffic_policy.go:applyTrafficPolicy}.
 */
public final class ClusterSettings {
    private final MeshConfig mesh;
    private final ServiceMutualTls mutualTls;

    private ClusterSettings(MeshConfig mesh, ServiceMutualTls mutualTls) {
        this.mesh = mesh;
        this.mutualTls = mutualTls;
    }

    /**
     * Prepares the settings of one control plane.
     *
     * @param view what it knows
     * @param modes its PeerAuthentications
     * @return the settings of its clusters
     */
    public static ClusterSettings of(ControlPlaneView view, PeerAuthenticationModes modes) {
        return new ClusterSettings(view.meshConfig(), new ServiceMutualTls(modes, view::endpoints));
    }

    /**
     * Starts a cluster.
     *
     * @param target the cluster
     * @return it without endpoints and locality weighting
     */
    public ClusterBuilder cluster(TargetCluster target) {
        EffectivePolicy policy = target.policy();
        Optional<ConnectionPoolSettings> pool = policy.connectionPool().map(Sourced::value);
        Optional<HttpConnectionPool> http = pool.flatMap(ConnectionPoolSettings::http);
        ClusterType type = ClusterTypes.of(target);
        UpstreamProtocol protocol = UpstreamProtocols.outbound(target.port().protocol(), target.proxy(), mesh, http);
        Optional<OutlierDetection> outlier = policy.outlierDetection().map(Sourced::value);
        BalancerChoice balancer = balancer(type, policy.loadBalancer().map(Sourced::value));
        ClusterBuilder cluster = Cluster.builder()
                .name(target.name())
                .type(type)
                .upstreamPort(ClusterTypes.upstreamPort(target))
                .loadBalancing(balancer.policy())
                .slowStart(balancer.warmUp())
                .protocol(protocol)
                .outlierDetection(outlier.map(EjectionSettings::of))
                .panicThreshold(panicThreshold(target.service(), type, outlier))
                .tls(tls(target, type, protocol));
        ConnectionLimits.apply(pool, policy.retryBudget().map(Sourced::value), mesh, cluster);
        addOrigins(target, cluster);
        return cluster;
    }

    private static BalancerChoice balancer(ClusterType type, Optional<LoadBalancerSettings> settings) {
        return type == ClusterType.ORIGINAL_DST || type == ClusterType.DYNAMIC_FORWARD_PROXY
                ? new BalancerChoice(BalancerChoice.CLUSTER_PROVIDED, Optional.empty())
                : BalancerChoice.of(settings);
    }

    private static OptionalInt panicThreshold(
            MeshService service, ClusterType type, Optional<OutlierDetection> outlier) {
        if (type != ClusterType.DYNAMIC_FORWARD_PROXY && service.trafficDistribution() != TrafficDistribution.ANY) {
            return OptionalInt.of(0);
        }
        return outlier.map(each -> OptionalInt.of(each.minHealthPercent().orElse(0)))
                .filter(percent -> percent.getAsInt() >= 0)
                .orElseGet(OptionalInt::empty);
    }

    private UpstreamTls tls(TargetCluster target, ClusterType type, UpstreamProtocol protocol) {
        if (target.forwardsTls()) {
            return UpstreamTls.none();
        }
        Optional<ClientTlsSettings> settings = target.policy().tls().map(Sourced::value);
        boolean possible = settings.isEmpty()
                && mesh.enableAutoMtls().orElse(true)
                && mutualTls.isPossible(target.service(), target.port(), target.writtenPolicy());
        return new TransportSecurity(target).of(settings, possible, type, protocol);
    }

    private static void addOrigins(TargetCluster target, ClusterBuilder cluster) {
        cluster.addOrigin(new Origin(target.service().resource(), ""));
        target.rule()
                .ifPresent(rule -> rule.resources().forEach(resource -> cluster.addOrigin(new Origin(resource, ""))));
    }
}
