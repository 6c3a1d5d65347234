package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import java.util.Optional;

/**
 * A cluster and its share of calls.
 *
 * @param name cluster name
 * @param weight weight as configured
 * @param share exact share of calls
 * @param cluster the cluster; empty: it does not exist
 */
public record ClusterShare(String name, long weight, Share share, Optional<Cluster> cluster) {}
