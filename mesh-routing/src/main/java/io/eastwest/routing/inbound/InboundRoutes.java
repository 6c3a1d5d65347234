package io.eastwest.routing.inbound;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ForwardActionBuilder;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;

/**
 * Inline routes of inbound chains: everything goes to the workload, without timeout, and is tried again when the connection was reset
 * before the request.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/httproute.go:buildSidecarInboundHTTPRouteConfig} and {@code
 * route/route.go:BuildDefaultHTTPInboundRoute}.
 */
public final class InboundRoutes {
    private static final int ATTEMPTS = 2;

    private InboundRoutes() {}

    /**
     * The routes of a chain.
     *
     * @param cluster where everything goes; also the name of the configuration
     * @param servicePort port in the name of the virtual host
     * @param protocol protocol of the port
     * @param origins what the chain is made of
     * @return one virtual host with one route
     */
    public static RouteConfiguration of(String cluster, int servicePort, PortProtocol protocol, List<Origin> origins) {
        ForwardActionBuilder action = ForwardAction.builder()
                .addCluster(WeightedCluster.of(cluster, 1))
                .maxStreamDurationSent(true);
        if (protocol != PortProtocol.GRPC && protocol != PortProtocol.GRPC_WEB) {
            action.retries(RetryPolicy.builder()
                    .attempts(ATTEMPTS)
                    .retryOn("reset-before-request")
                    .build());
        }
        ProxyRoute route = ProxyRoute.builder()
                .name("default")
                .match(RouteMatch.builder().path(new PathMatch.Prefix("/")).build())
                .action(action.build())
                .origin(origins.stream().findFirst())
                .build();
        VirtualHost host = VirtualHost.builder()
                .name("inbound|http|" + servicePort)
                .addDomain("*")
                .addRoute(route)
                .origins(origins)
                .build();
        return new RouteConfiguration(cluster, List.of(host));
    }
}
