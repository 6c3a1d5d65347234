package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.Optional;

/**
 * Which endpoints of a service a proxy may get. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/endpoint_builder.go:filterIstioEndpoint, snapshotShards}.
 */
final class EndpointVisibility {
    private static final String PERSISTENT_SESSION = "istio.io/persistent-session";

    private final MeshProxy proxy;
    private final MeshService service;
    private final boolean clusterLocal;
    private final boolean gatewaysKnown;

    EndpointVisibility(MeshProxy proxy, MeshService service, boolean clusterLocal, boolean gatewaysKnown) {
        this.proxy = proxy;
        this.service = service;
        this.clusterLocal = clusterLocal;
        this.gatewaysKnown = gatewaysKnown;
    }

    /** {@return why the proxy does not get an endpoint; empty: it may get it} */
    Optional<EndpointObstacle> obstacle(ServiceEndpoint endpoint) {
        return distance(endpoint)
                .or(() -> isReachable(endpoint) ? Optional.empty() : Optional.of(EndpointObstacle.NO_ADDRESS))
                .or(() -> isUsable(endpoint) ? Optional.empty() : Optional.of(EndpointObstacle.STATE));
    }

    private Optional<EndpointObstacle> distance(ServiceEndpoint endpoint) {
        boolean sameCluster = endpoint.cluster().equals(proxy.cluster());
        if (service.nodeLocal() && !(sameCluster && endpoint.nodeName().equals(proxy.nodeName()))) {
            return Optional.of(EndpointObstacle.OTHER_NODE);
        }
        if (!isInView(proxy, endpoint.network())) {
            return Optional.of(EndpointObstacle.OUT_OF_VIEW);
        }
        if (clusterLocal && !sameCluster) {
            return Optional.of(EndpointObstacle.CLUSTER_LOCAL);
        }
        return endpoint.discoverable() || sameCluster
                ? Optional.empty()
                : Optional.of(EndpointObstacle.NOT_DISCOVERABLE);
    }

    /** {@return whether a network is in the view that the proxy asked for; endpoints without a network always are} */
    static boolean isInView(MeshProxy proxy, String network) {
        return proxy.requestedNetworkView().isEmpty()
                || network.isEmpty()
                || proxy.requestedNetworkView().contains(network);
    }

    /** {@return whether a network counts as that of the proxy: equal, or one of both unknown} */
    static boolean isOwnNetwork(MeshProxy proxy, String network) {
        return network.isEmpty() || proxy.network().isEmpty() || network.equals(proxy.network());
    }

    /** An endpoint without address needs a gateway; whether there is one for its network is asked later. */
    private boolean isReachable(ServiceEndpoint endpoint) {
        return gatewaysKnown || !endpoint.address().isEmpty();
    }

    private boolean isUsable(ServiceEndpoint endpoint) {
        if (endpoint.state() == EndpointState.UNHEALTHY) {
            return service.trafficDistribution() != TrafficDistribution.ANY && mayDrain(endpoint);
        }
        return endpoint.state() != EndpointState.TERMINATING && mayDrain(endpoint);
    }

    private boolean mayDrain(ServiceEndpoint endpoint) {
        boolean draining = endpoint.draining() || endpoint.state() == EndpointState.DRAINING;
        return !draining
                || !service.labels().getOrDefault(PERSISTENT_SESSION, "").isEmpty();
    }
}
