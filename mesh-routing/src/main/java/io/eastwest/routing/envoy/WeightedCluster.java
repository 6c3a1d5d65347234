package io.eastwest.routing.envoy;

import java.util.Optional;

/**
 * One destination of a route.
 *
 * @param cluster cluster name
 * @param weight relative weight, 1 or more
 * @param requestHeaders operations on the request of this destination
 * @param responseHeaders operations on the response of this destination
 * @param hostRewrite authority for this destination
 */
public record WeightedCluster(
        String cluster,
        long weight,
        HeaderMutations requestHeaders,
        HeaderMutations responseHeaders,
        Optional<String> hostRewrite) {

    /**
     * {@return a destination without operations of its own}
     *
     * @param cluster name of the cluster
     * @param weight weight, 0 or more
     */
    public static WeightedCluster of(String cluster, long weight) {
        return new WeightedCluster(cluster, weight, HeaderMutations.NONE, HeaderMutations.NONE, Optional.empty());
    }
}
