package io.eastwest.routing.envoy;

import java.util.List;
import java.util.Optional;

/**
 * Reads HTTP and routes it.
 *
 * @param routeConfiguration name of the route configuration; its own inline one has the same name
 * @param inlineRoutes routes that are part of the listener (inbound)
 * @param pathNormalization what is done to the path before anything matches
 * @param forwardedFor how the client address and scheme are found
 * @param filters filters that may end a request, in order; CORS and fault are settings of the route
 */
public record HttpConnectionManager(
        String routeConfiguration,
        Optional<RouteConfiguration> inlineRoutes,
        PathNormalizationLevel pathNormalization,
        ForwardedFor forwardedFor,
        List<HttpFilter> filters)
        implements NetworkFilter {
    /**
     * Copies the lists.
     *
     * @param routeConfiguration name of the route configuration; its own inline one has the same name
     * @param inlineRoutes routes that are part of the listener (inbound)
     * @param pathNormalization what is done to the path before anything matches
     * @param forwardedFor how the client address and scheme are found
     * @param filters filters that may end a request, in order; CORS and fault are settings of the route
     */
    public HttpConnectionManager {
        filters = List.copyOf(filters);
    }
}
