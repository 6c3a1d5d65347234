package io.eastwest.routing.table;

import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.scope.OutboundPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Where traffic goes that no service takes. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/httproute.go:buildCatchAllVirtualHost}.
 */
final class CatchAll {
    private static final String PASSTHROUGH_CLUSTER = "PassthroughCluster";
    private static final String PASSTHROUGH = "allow_any";
    private static final String BLACKHOLE = "block_all";
    private static final int BLOCKED_STATUS = 502;

    private CatchAll() {}

    /** {@return the cluster of unknown traffic; empty when it is blocked} */
    static Optional<String> cluster(OutboundPolicy policy) {
        if (!policy.allowsAny()) {
            return Optional.empty();
        }
        return policy.egressProxy()
                .map(destination -> Destinations.cluster(destination, Optional.empty(), 0))
                .or(() -> Optional.of(PASSTHROUGH_CLUSTER));
    }

    static VirtualHost virtualHost(OutboundPolicy policy) {
        return cluster(policy)
                .map(cluster -> virtualHost(
                        PASSTHROUGH,
                        ForwardAction.builder()
                                .addCluster(WeightedCluster.of(cluster, 1))
                                .build()))
                .orElseGet(() ->
                        virtualHost(BLACKHOLE, new DirectResponseAction(BLOCKED_STATUS, Optional.empty(), false)));
    }

    private static VirtualHost virtualHost(String name, RouteAction action) {
        return VirtualHost.builder()
                .name(name)
                .domains(List.of("*"))
                .addRoute(ProxyRoute.builder()
                        .name(name)
                        .match(MatchTranslation.everything())
                        .action(action)
                        .build())
                .build();
    }
}
