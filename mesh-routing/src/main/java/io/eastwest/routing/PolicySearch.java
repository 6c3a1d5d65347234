package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;
import java.util.Optional;

/** Finds the cluster of a proxy that a host, port and subset mean, or tells which of them it does not know. */
final class PolicySearch {
    private final ProxyScope scope;
    private final ClusterInputs inputs;
    private final List<String> served;

    /**
     * Searches the clusters of a proxy.
     *
     * @param scope what it sees
     * @param inputs what the clusters of all proxies share
     * @param served hosts that it serves as their waypoint; it has other clusters for these
     */
    PolicySearch(ProxyScope scope, ClusterInputs inputs, List<String> served) {
        this.scope = scope;
        this.inputs = inputs;
        this.served = List.copyOf(served);
    }

    ClusterPolicy find(String host, int port, String subset) {
        String id = scope.proxy().id();
        String suffix = scope.view().domainSuffix();
        MeshService service = List.of(
                        host,
                        host + "." + scope.proxy().namespace() + ".svc." + suffix,
                        host + ".svc." + suffix,
                        host + "." + suffix)
                .stream()
                .flatMap(name -> scope.service(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " knows no service \"" + host + "\""));
        if (service.port(port).isEmpty()) {
            throw new IllegalArgumentException("service " + service.hostname() + " has no port " + port + "; it has "
                    + service.ports().stream().map(MeshServicePort::number).toList());
        }
        boolean serves = served.contains(service.hostname());
        Optional<MergedDestinationRule> rule =
                serves ? scope.inboundDestinationRule(service) : scope.destinationRule(service);
        if (!subset.isEmpty() && rule.flatMap(each -> each.subset(subset)).isEmpty()) {
            List<String> names = rule.map(each -> each.subsets().stream()
                            .map(known -> known.subset().name())
                            .toList())
                    .orElse(List.of());
            throw new IllegalArgumentException(
                    "the rules of " + service.hostname() + " have no subset \"" + subset + "\"; they have " + names);
        }
        return ClusterFactory.of(scope, inputs)
                .policy(serves ? ofServed(service, port, subset) : SubsetKey.outbound(port, subset, service.hostname()))
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " has no cluster for port " + port + " of " + service.hostname()));
    }

    /**
     * {@return the cluster of a waypoint for a port that it serves; of a port of unknown protocol, that for HTTP}
     *
     * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/cluster_waypoint.go:buildWaypointInboundVIP}.
     */
    private static SubsetKey ofServed(MeshService service, int port, String subset) {
        PortProtocol protocol =
                service.port(port).map(MeshServicePort::protocol).orElse(PortProtocol.UNSUPPORTED);
        String kind = protocol.isHttp() || protocol == PortProtocol.UNSUPPORTED ? "http" : "tcp";
        return new SubsetKey("inbound-vip", port, subset.isEmpty() ? kind : kind + "/" + subset, service.hostname());
    }
}
