package io.eastwest.routing.parity;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.EndpointConditions;
import java.util.List;

/**
 * The ejected endpoints of a call; they are ejected in every cluster that has them.
 *
 * @param names pods as {@code <cluster>/<namespace>/<name>}, or addresses with port
 */
record EjectedEndpoints(List<String> names) implements EndpointConditions {
    @Override
    public boolean isUnhealthy(LbEndpoint endpoint) {
        return names.contains(endpoint.address())
                || endpoint.owner().filter(names::contains).isPresent();
    }
}
