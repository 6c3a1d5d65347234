package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.List;

/**
 * Where one try of a call to a cluster goes.
 *
 * @param targets endpoints with their shares of such tries
 * @param refused share that finds no endpoint
 */
public record EndpointDraw(List<Target> targets, Share refused) {
    /**
     * Copies the list.
     *
     * @param targets endpoints with their shares
     * @param refused share that finds no endpoint
     */
    public EndpointDraw {
        targets = List.copyOf(targets);
    }

    /**
     * One endpoint.
     *
     * @param endpoint the endpoint
     * @param priority its priority
     * @param share its share of the tries
     */
    public record Target(LbEndpoint endpoint, int priority, Share share) {}
}
