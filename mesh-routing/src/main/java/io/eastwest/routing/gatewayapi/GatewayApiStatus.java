package io.eastwest.routing.gatewayapi;

import java.util.List;

/**
 * What istiod reports of routes and listeners. Parents that it does not know get no report. Whether a Gateway has an
 * address is not part of it.
 *
 * @param routes one for each route and parent
 * @param listeners one for each listener of a Gateway or ListenerSet that is served by a class of istiod
 */
public record GatewayApiStatus(List<RouteStatus> routes, List<ListenerStatus> listeners) {
    /**
     * Copies the lists.
     *
     * @param routes one for each route and parent
     * @param listeners one for each listener
     */
    public GatewayApiStatus {
        routes = List.copyOf(routes);
        listeners = List.copyOf(listeners);
    }
}
