package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;

/**
 * Requests that enter one cluster.
 *
 * @param site load balancer by which they come
 * @param cluster the cluster
 * @param share exact share of all requests
 * @param served exact share of all requests that enter here and are answered
 */
public record ClusterLanding(String site, String cluster, Share share, Share served) {}
