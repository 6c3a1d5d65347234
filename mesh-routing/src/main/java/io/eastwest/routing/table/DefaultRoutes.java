package io.eastwest.routing.table;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;

/**
 * Routes of services without rules. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:buildSidecarVirtualHostForService, BuildDefaultHTTPOutboundRoute}.
 */
final class DefaultRoutes {
    private static final String NAME = "default";

    private DefaultRoutes() {}

    static ProxyRoute of(ProxyScope scope, MeshService service, int port) {
        String cluster = SubsetKey.outbound(port, "", service.hostname()).clusterName();
        return ProxyRoute.builder()
                .name(NAME)
                .match(MatchTranslation.everything())
                .action(ForwardAction.builder()
                        .addCluster(WeightedCluster.of(cluster, 1))
                        .retries(RetryPolicies.of(scope.view().meshConfig().defaultHttpRetryPolicy(), false))
                        .addAllHashPolicies(
                                HashPolicies.ofService(scope, service, port)
                                        .flatMap(HashPolicies::toHashPolicy)
                                        .stream()
                                        .toList())
                        .build())
                .origin(new Origin(service.resource(), ""))
                .build();
    }
}
