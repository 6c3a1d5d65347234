package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.ReferenceGrant;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a control plane makes of the Gateway API objects of its cluster, with the feature flags at their defaults:
 * TCPRoutes, UDPRoutes, listeners of protocol TCP, XBackendTrafficPolicies and the classes of ambient mode have no
 * effect.
 *
 * @param virtualServices VirtualServices of the routes, in no particular order
 * @param gateways Gateways of the listeners that are served, in no particular order
 * @param destinationRules DestinationRules of BackendTLSPolicies; they come before those of users
 */
public record GatewayApiRules(
        List<MeshVirtualService> virtualServices,
        List<MeshGateway> gateways,
        List<Configured<DestinationRule>> destinationRules) {
    /**
     * Copies the lists.
     *
     * @param virtualServices VirtualServices of the routes
     * @param gateways Gateways of the listeners
     * @param destinationRules DestinationRules of BackendTLSPolicies
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
        return new GatewayApiRules(
                virtualServices(view, inputs),
                listeners.values().stream()
                        .flatMap(List::stream)
                        .filter(RouteListener::served)
                        .flatMap(listener -> listener.gateway().stream())
                        .toList(),
                BackendTlsRules.of(view, inputs));
    }

    private static List<MeshVirtualService> virtualServices(ControlPlaneView view, RouteInputs inputs) {
        HttpRouteServices http = new HttpRouteServices(inputs);
        for (Configured<HttpRoute> each : view.configuration(HttpRoute.class)) {
            HttpRoute route = each.resource();
            Attached attached = attached(
                    inputs,
                    GroupKind.HTTP_ROUTE,
                    each.namespace(),
                    route.spec().hostnames(),
                    route.spec().parentRefs());
            http.add(
                    route.key(),
                    each.creationTime(),
                    route.spec().hostnames(),
                    attached.parents(),
                    attached.ofGateways(backends -> HttpRouteRules.of(route, backends)),
                    attached.ofMesh(backends -> HttpRouteRules.of(route, backends)));
        }
        for (Configured<GrpcRoute> each : view.configuration(GrpcRoute.class)) {
            GrpcRoute route = each.resource();
            Attached attached = attached(
                    inputs,
                    GroupKind.GRPC_ROUTE,
                    each.namespace(),
                    route.spec().hostnames(),
                    route.spec().parentRefs());
            http.add(
                    route.key(),
                    each.creationTime(),
                    route.spec().hostnames(),
                    attached.parents(),
                    attached.ofGateways(backends -> HttpRouteRules.of(route, backends)),
                    attached.ofMesh(backends -> HttpRouteRules.of(route, backends)));
        }
        List<MeshVirtualService> all = new ArrayList<>(http.merged());
        for (Configured<TlsRoute> each : view.configuration(TlsRoute.class)) {
            TlsRoute route = each.resource();
            Attached attached = attached(
                    inputs,
                    GroupKind.TLS_ROUTE,
                    each.namespace(),
                    route.spec().hostnames(),
                    route.spec().parentRefs());
            all.addAll(TlsRouteServices.of(
                    each,
                    attached.parents(),
                    attached.ofGateways(backends -> TlsRouteServices.rules(route, backends)),
                    attached.ofMesh(backends -> TlsRouteServices.rules(route, backends)),
                    inputs));
        }
        return all;
    }

    private static Attached attached(
            RouteInputs inputs,
            GroupKind kind,
            String namespace,
            List<String> hostnames,
            List<ParentReference> references) {
        List<RouteParent> all = new RouteAttachments(inputs, kind, namespace, hostnames).all(references);
        return new Attached(inputs, kind, namespace, RouteAttachments.attached(all));
    }

    /** What a route attaches to; its rules are converted once for each sort of parent. */
    private record Attached(RouteInputs inputs, GroupKind kind, String namespace, List<RouteParent> parents) {
        <T> Converted<T> ofGateways(Function<Backends, Converted<T>> conversion) {
            return parents.stream().allMatch(RouteParent::isMesh) ? Converted.none() : convert(conversion, true);
        }

        <T> Converted<T> ofMesh(Function<Backends, Converted<T>> conversion) {
            return parents.stream().noneMatch(RouteParent::isMesh) ? Converted.none() : convert(conversion, false);
        }

        private <T> Converted<T> convert(Function<Backends, Converted<T>> conversion, boolean enforcesGrants) {
            Backends backends = new Backends(inputs, kind, namespace, enforcesGrants);
            return Converted.of(() -> conversion.apply(backends));
        }
    }
}
