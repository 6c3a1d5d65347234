package io.eastwest.routing.gateway;

import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.RbacFilter;
import java.util.List;

/**
 * Filters that every chain of a gateway carries besides its routes.
 *
 * @param http filters of HTTP chains: authentication and authorization, in order
 * @param tcp authorization filters of TCP chains, in order
 */
public record ChainFilters(List<HttpFilter> http, List<RbacFilter> tcp) {
    /** No filters. */
    public static final ChainFilters NONE = new ChainFilters(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param http filters of HTTP chains
     * @param tcp filters of TCP chains
     */
    public ChainFilters {
        http = List.copyOf(http);
        tcp = List.copyOf(tcp);
    }
}
