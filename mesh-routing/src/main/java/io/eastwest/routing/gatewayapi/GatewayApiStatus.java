package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an istiod with default settings reports of the Gateway API objects of its cluster. Objects of other controllers, and kinds
 * that it does not read, get no report.
 *
 * @param classes one for each GatewayClass of istiod
 * @param gateways one for each Gateway of such a class
 * @param listenerSets one for each ListenerSet whose parent is such a Gateway
 * @param listeners one for each listener of a Gateway or ListenerSet that istiod serves
 * @param routes one for each HTTPRoute, GRPCRoute and TLSRoute and each of its parents
 * @param policies one for each BackendTLSPolicy and each of its ancestors
 */
public record GatewayApiStatus(
        List<ObjectStatus> classes,
        List<GatewayReport> gateways,
        List<ObjectStatus> listenerSets,
        List<ListenerStatus> listeners,
        List<RouteStatus> routes,
        List<PolicyStatus> policies) {
    /**
     * Copies the lists.
     *
     * @param classes GatewayClasses
     * @param gateways Gateways
     * @param listenerSets ListenerSets
     * @param listeners listeners
     * @param routes routes
     * @param policies policies
     */
    public GatewayApiStatus {
        classes = List.copyOf(classes);
        gateways = List.copyOf(gateways);
        listenerSets = List.copyOf(listenerSets);
        listeners = List.copyOf(listeners);
        routes = List.copyOf(routes);
        policies = List.copyOf(policies);
    }

    /**
     * Reports the objects of a control plane.
     *
     * @param view what the control plane knows
     * @return what it reports
     */
    public static GatewayApiStatus of(ControlPlaneView view) {
        GatewayApiObjects objects = GatewayApiObjects.of(view);
        GatewayReports reports = new GatewayReports(view, objects.inputs(), objects.classes());
        StatusReport routes = objects.routes().report();
        return new GatewayApiStatus(
                reports.classes(),
                reports.gateways(),
                reports.listenerSets(),
                routes.listeners(objects.listeners().values()),
                routes.routes(),
                new PolicyReports(view, objects.inputs()).all());
    }

    /**
     * {@return all conditions of an object: its own, those of its listeners, parents or ancestors, in this order}
     *
     * @param resource the object
     */
    public List<StatusCondition> of(ResourceKey resource) {
        return Stream.of(
                        conditions(classes, resource),
                        gateways.stream()
                                .filter(each -> each.gateway().equals(resource))
                                .flatMap(each -> each.conditions().stream()),
                        conditions(listenerSets, resource),
                        listeners.stream()
                                .filter(each -> each.owner().equals(resource))
                                .flatMap(each -> each.conditions().stream()),
                        routes.stream()
                                .filter(each -> each.route().equals(resource))
                                .flatMap(each -> each.conditions().stream()),
                        policies.stream()
                                .filter(each -> each.policy().equals(resource))
                                .flatMap(each -> each.conditions().stream()))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<StatusCondition> conditions(List<ObjectStatus> objects, ResourceKey resource) {
        return objects.stream()
                .filter(each -> each.resource().equals(resource))
                .flatMap(each -> each.conditions().stream());
    }
}
