package io.eastwest.routing.cluster;

import io.eastwest.routing.destination.ClusterTypes;
import io.eastwest.routing.destination.TargetCluster;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
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

    Optional<Cluster> cluster(SubsetKey key, TraceSink trace) {
        String[] parts = key.subset().split("/", 2);
        String subset = subset(key);
        return scope.service(key.host())
                .flatMap(service -> service.port(key.port())
                        .filter(port -> isServed(service, port.protocol())
                                && (isGateway() || speaks(port.protocol(), parts[0])))
                        .flatMap(port -> make(key, service, port, subset, trace)));
    }

    /** Names that a client chooses are for HTTP alone. */
    private static boolean isServed(MeshService service, PortProtocol port) {
        return service.resolution() == Resolution.DYNAMIC_DNS ? port == PortProtocol.HTTP : port != PortProtocol.UDP;
    }

    /** An east-west gateway passes bytes on, whatever the port speaks, and knows no DestinationRules. */
    private boolean isGateway() {
        return scope.proxy().isEastWestGateway();
    }

    private static boolean speaks(PortProtocol port, String protocol) {
        boolean both = port == PortProtocol.UNSUPPORTED;
        return (protocol.equals(HTTP) && (both || port.isHttp())) || (protocol.equals(TCP) && (both || !port.isHttp()));
    }

    private Optional<Cluster> make(
            SubsetKey key, MeshService service, MeshServicePort port, String subset, TraceSink trace) {
        TargetCluster target = target(service, port, subset);
        if (!subset.isEmpty()
                && target.rule().flatMap(each -> each.subset(subset)).isEmpty()) {
            return Optional.empty();
        }
        return outbound.make(target, lookup(key, target), trace)
                .map(cluster -> cluster.toBuilder()
                        .name(key.clusterName())
                        .tls(tls(cluster.tls()))
                        .build());
    }

    private TargetCluster target(MeshService service, MeshServicePort port, String subset) {
        return TargetCluster.builder()
                .proxy(scope.proxy().kind())
                .service(service)
                .port(port)
                .subset(subset)
                .forwardsTls(false)
                .rule(isGateway() ? Optional.empty() : scope.inboundDestinationRule(service))
                .addAllAccounts(List.of())
                .virtual(true)
                .build();
    }

    /** {@return a cluster with what decides about it; empty: the proxy has none} */
    Optional<ClusterPolicy> policy(SubsetKey key) {
        Optional<Cluster> cluster = cluster(key, TraceSink.NONE);
        return scope.service(key.host())
                .flatMap(service -> service.port(key.port()).map(port -> target(service, port, subset(key))))
                .flatMap(target -> cluster.map(
                        made -> new ClusterPolicy(target, made, outbound.preference(target, ClusterTypes.of(target)))));
    }

    private static String subset(SubsetKey key) {
        String[] parts = key.subset().split("/", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    /**
     * Endpoints are looked up by the rule for what the proxy sends, east-west gateways included, and by a subset that may be
     * named like the protocol; those that the proxy resolves itself by no rule. Mirrors istio 1.30.3 {@code
     * pilot/pkg/xds/endpoints/endpoint_builder.go:NewEndpointBuilder, populateSubsetInfo}.
     */
    private TargetCluster lookup(SubsetKey key, TargetCluster target) {
        boolean byProxy = switch (target.service().resolution()) {
            case DNS, DNS_ROUND_ROBIN -> true;
            default -> false;
        };
        String subset = withoutPrefix(withoutPrefix(key.subset(), HTTP + "/"), TCP + "/");
        return target.toBuilder()
                .rule(byProxy ? Optional.empty() : scope.destinationRule(target.service()))
                .subset(byProxy ? "" : subset)
                .build();
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    /** The tunnel is secured by itself; only TLS that a rule writes for the application is kept, inside of it. */
    private static UpstreamTls tls(UpstreamTls tls) {
        boolean own = tls.mode() == UpstreamTls.Mode.SIMPLE || tls.mode() == UpstreamTls.Mode.MUTUAL;
        return own ? tls : UpstreamTls.none();
    }
}
