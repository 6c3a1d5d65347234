package io.eastwest.routing.envoy;

import java.util.List;

/**
 * One route configuration (RDS).
 *
 * @param name name as istiod gives it
 * @param virtualHosts virtual hosts
 */
public record RouteConfiguration(String name, List<VirtualHost> virtualHosts) {
    /**
     * Copies the lists.
     *
     * @param name name as istiod gives it
     * @param virtualHosts virtual hosts
     */
    public RouteConfiguration {
        virtualHosts = List.copyOf(virtualHosts);
    }
}
