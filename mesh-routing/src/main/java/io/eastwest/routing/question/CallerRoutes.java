package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import java.util.Optional;

/** The virtual host that takes a call at the sidecar of its caller. */
final class CallerRoutes {
    private CallerRoutes() {}

    /** {@return the virtual host; empty: no route decides the call} */
    static Optional<VirtualHost> of(MeshRouter router, Call call) {
        ProxyAnswer answer = router.decide(call).firstLeg();
        if (answer.routeConfiguration().isEmpty() || answer.virtualHost().isEmpty()) {
            return Optional.empty();
        }
        String routes = answer.routeConfiguration().get();
        String host = answer.virtualHost().get();
        ProxyResources resources =
                router.proxy(MeshPods.id(router.workload(call.caller()))).resources(ProxyLeg.OUTBOUND);
        return resources
                .routeConfiguration(routes)
                .or(() -> inline(resources, routes))
                .flatMap(configuration -> configuration.virtualHosts().stream()
                        .filter(each -> each.name().equals(host))
                        .findFirst());
    }

    private static Optional<RouteConfiguration> inline(ProxyResources resources, String name) {
        return resources.outboundListeners().stream()
                .flatMap(listener -> listener.filterChains().stream())
                .map(FilterChain::filter)
                .filter(HttpConnectionManager.class::isInstance)
                .map(filter -> ((HttpConnectionManager) filter).inlineRoutes())
                .flatMap(Optional::stream)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
