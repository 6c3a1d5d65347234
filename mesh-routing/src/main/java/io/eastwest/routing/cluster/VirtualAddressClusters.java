package io.eastwest.routing.cluster;

import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;
import java.util.Optional;

/**
 * Clusters of a waypoint to the services that it serves: {@code inbound-vip|<port>|http[/<subset>]|<host>}, or {@code tcp}.
 * Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster_waypoint.go:buildWaypointInboundVIP}.
 */
final class VirtualAddressClusters {
    static final String DIRECTION = "inbound-vip";
    private static final String HTTP = "http";
    private static final String TCP = "tcp";

    private final ProxyScope scope;
    private final OutboundClusters outbound;

    VirtualAddressClusters(ProxyScope scope, OutboundClusters outbound) {
        this.scope = scope;
        this.outbound = outbound;
    }

    Optional<Cluster> cluster(SubsetKey key) {
        String[] parts = key.subset().split("/", 2);
        String subset = parts.length > 1 ? parts[1] : "";
        return scope.service(key.host())
                .flatMap(service -> service.port(key.port())
                        .filter(port -> port.protocol() != PortProtocol.UDP
                                && (isGateway() || speaks(port.protocol(), parts[0])))
                        .flatMap(port -> make(key, service, port, subset)));
    }

    /** An east-west gateway passes bytes on, whatever the port speaks, and knows no DestinationRules. */
    private boolean isGateway() {
        return scope.proxy().isEastWestGateway();
    }

    private static boolean speaks(PortProtocol port, String protocol) {
        boolean both = port == PortProtocol.UNSUPPORTED;
        return (protocol.equals(HTTP) && (both || port.isHttp())) || (protocol.equals(TCP) && (both || !port.isHttp()));
    }

    private Optional<Cluster> make(SubsetKey key, MeshService service, MeshServicePort port, String subset) {
        Optional<MergedDestinationRule> rule = isGateway() ? Optional.empty() : scope.inboundDestinationRule(service);
        if (!subset.isEmpty() && rule.flatMap(each -> each.subset(subset)).isEmpty()) {
            return Optional.empty();
        }
        TargetCluster target = TargetCluster.builder()
                .proxy(scope.proxy().kind())
                .service(service)
                .port(port)
                .subset(subset)
                .forwardsTls(false)
                .rule(rule)
                .addAllAccounts(List.of())
                .build();
        return outbound.make(target, true)
                .map(cluster -> cluster.toBuilder()
                        .name(key.clusterName())
                        .tls(tls(cluster.tls()))
                        .build());
    }

    /** The tunnel is secured by itself; only TLS that a rule writes for the application is kept, inside of it. */
    private static UpstreamTls tls(UpstreamTls tls) {
        boolean own = tls.mode() == UpstreamTls.Mode.SIMPLE || tls.mode() == UpstreamTls.Mode.MUTUAL;
        return own ? tls : UpstreamTls.none();
    }
}
