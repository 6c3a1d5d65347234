package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.List;

/**
 * Where the calls that chose a cluster go.
 *
 * @param targets endpoints with their shares of the calls to the cluster
 * @param refused the share that finds no endpoint
 */
record ClusterPick(List<Target> targets, Share refused) {
    /**
     * One endpoint.
     *
     * @param endpoint the endpoint
     * @param priority its priority
     * @param share its share of the calls to the cluster
     */
    record Target(LbEndpoint endpoint, int priority, Share share) {}

    static ClusterPick all(LbEndpoint endpoint) {
        return new ClusterPick(List.of(new Target(endpoint, 0, Share.ONE)), Share.ZERO);
    }
}
