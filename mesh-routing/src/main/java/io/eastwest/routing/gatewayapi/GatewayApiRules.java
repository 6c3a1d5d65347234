package io.eastwest.routing.gatewayapi;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a control plane makes of the Gateway API objects of its cluster, with the feature flags at their defaults:
 * TCPRoutes, UDPRoutes, listeners of protocol TCP, XBackendTrafficPolicies and the classes of ambient mode have no
 * effect.
 *
 * @param virtualServices VirtualServices of the routes, in no particular order
 * @param gateways Gateways of the listeners that are served, in no particular order
 * @param unserved Gateways of the listeners whose protocol is not served, in no particular order
 * @param destinationRules DestinationRules of BackendTLSPolicies; they come before those of users
 */
public record GatewayApiRules(
        List<MeshVirtualService> virtualServices,
        List<MeshGateway> gateways,
        List<MeshGateway> unserved,
        List<Configured<DestinationRule>> destinationRules) {
    /**
     * Copies the lists.
     *
     * @param virtualServices VirtualServices of the routes
     * @param gateways Gateways of the listeners
     * @param unserved Gateways of listeners that are not served
     * @param destinationRules DestinationRules of BackendTLSPolicies
     */
    public GatewayApiRules {
        virtualServices = List.copyOf(virtualServices);
        gateways = List.copyOf(gateways);
        unserved = List.copyOf(unserved);
        destinationRules = List.copyOf(destinationRules);
    }

    /**
     * Converts the objects.
     *
     * @param view what the control plane knows
     * @return what it makes of them
     */
    public static GatewayApiRules of(ControlPlaneView view) {
        GatewayApiObjects objects = GatewayApiObjects.of(view);
        Collection<List<RouteListener>> listeners = objects.listeners().values();
        return new GatewayApiRules(
                objects.routes().virtualServices(),
                gateways(listeners, RouteListener::served),
                gateways(listeners, listener -> listener.state().protocol().isPresent()),
                BackendTlsRules.of(view, objects.inputs()));
    }

    private static List<MeshGateway> gateways(
            Collection<List<RouteListener>> listeners, Predicate<RouteListener> wanted) {
        return listeners.stream()
                .flatMap(List::stream)
                .filter(wanted)
                .flatMap(listener -> listener.gateway().stream())
                .toList();
    }
}
