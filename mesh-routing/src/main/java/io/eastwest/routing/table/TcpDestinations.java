package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;

/**
 * TCP proxies for destinations of tcp and tls rules. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/networkfilter.go:buildOutboundNetworkFilters, maybeSetHashPolicy}.
 */
public final class TcpDestinations {
    private TcpDestinations() {}

    /**
     * Builds the proxy of a rule.
     *
     * @param routes destinations of the rule
     * @param scope what the proxy sees
     * @param port port of the listener or server
     * @param origin where the rule is written
     * @return the proxy; a rule without destinations forwards to none
     */
    public static TcpProxy of(List<RouteDestination> routes, ProxyScope scope, int port, Origin origin) {
        boolean single = routes.size() == 1;
        List<WeightedCluster> clusters = routes.stream()
                .filter(route -> single || route.weight().orElse(0) > 0)
                .map(route -> WeightedCluster.of(
                        Destinations.cluster(
                                route.destination(),
                                scope.service(route.destination().host()),
                                port),
                        single ? 1 : route.weight().orElse(0)))
                .toList();
        String subset = single ? routes.get(0).destination().subset().orElse("") : "";
        boolean hashes = !routes.isEmpty()
                && hashesSourceIp(
                        scope, scope.service(routes.get(0).destination().host()), subset);
        return new TcpProxy(clusters, hashes, List.of(origin));
    }

    /**
     * Builds the proxy of a service without rules.
     *
     * @param cluster its cluster
     * @param scope what the proxy sees
     * @param service the service
     * @param subset subset whose policy counts; empty: the top level
     * @return the proxy
     */
    public static TcpProxy ofService(String cluster, ProxyScope scope, MeshService service, String subset) {
        return new TcpProxy(
                List.of(WeightedCluster.of(cluster, 1)),
                hashesSourceIp(scope, Optional.of(service), subset),
                List.of());
    }

    private static boolean hashesSourceIp(ProxyScope scope, Optional<MeshService> service, String subset) {
        Optional<MergedDestinationRule> rule = service.flatMap(scope::destinationRule);
        if (rule.isEmpty()) {
            return false;
        }
        Optional<LoadBalancerSettings> own = rule.get()
                .subset(subset)
                .flatMap(each -> each.subset().trafficPolicy())
                .flatMap(TrafficPolicyBase::loadBalancer);
        return own.or(() -> rule.get().trafficPolicy().flatMap(TrafficPolicyBase::loadBalancer))
                .flatMap(LoadBalancerSettings::consistentHash)
                .flatMap(ConsistentHash::useSourceIp)
                .orElse(false);
    }
}
