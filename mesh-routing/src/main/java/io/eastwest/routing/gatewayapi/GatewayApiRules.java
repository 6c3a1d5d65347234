package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ReferenceGrant;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.List;
import java.util.Map;

/**
 * What a control plane makes of the Gateway API objects of its cluster, with the feature flags at their defaults:
 * TCPRoutes, UDPRoutes, listeners of protocol TCP, XBackendTrafficPolicies and the classes of ambient mode have no
 * effect.
 *
 * @param virtualServices VirtualServices of the routes, in no particular order
 * @param gateways Gateways of the listeners that are served, in no particular order
 * @param destinationRules DestinationRules of BackendTLSPolicies; they come before those of users
 * @param status what istiod reports of routes and listeners
 */
public record GatewayApiRules(
        List<MeshVirtualService> virtualServices,
        List<MeshGateway> gateways,
        List<Configured<DestinationRule>> destinationRules,
        GatewayApiStatus status) {
    /**
     * Copies the lists.
     *
     * @param virtualServices VirtualServices of the routes
     * @param gateways Gateways of the listeners
     * @param destinationRules DestinationRules of BackendTLSPolicies
     * @param status what istiod reports
     */
    public GatewayApiRules {
        virtualServices = List.copyOf(virtualServices);
        gateways = List.copyOf(gateways);
        destinationRules = List.copyOf(destinationRules);
    }

    /**
     * Converts the objects.
     *
     * @param view what the control plane knows
     * @return what it makes of them
     */
    public static GatewayApiRules of(ControlPlaneView view) {
        ReferenceGrants grants = new ReferenceGrants(view.configuration(ReferenceGrant.class));
        Map<ParentKey, List<RouteListener>> listeners = GatewayListeners.of(
                view,
                new GatewayClasses(view.configuration(GatewayClass.class)),
                new ListenerSecurity(new ListenerCertificates(view, grants)));
        RouteInputs inputs = new RouteInputs(view, grants, listeners);
        RouteConversion routes = new RouteConversion(inputs);
        view.configuration(HttpRoute.class).forEach(routes::addHttp);
        view.configuration(GrpcRoute.class).forEach(routes::addGrpc);
        view.configuration(TlsRoute.class).forEach(routes::addTls);
        return new GatewayApiRules(
                routes.virtualServices(),
                listeners.values().stream()
                        .flatMap(List::stream)
                        .filter(RouteListener::served)
                        .flatMap(listener -> listener.gateway().stream())
                        .toList(),
                BackendTlsRules.of(view, inputs),
                routes.status(listeners.values()));
    }
}
