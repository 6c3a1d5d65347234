package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.LbEndpoint;

/**
 * An endpoint and its share of calls.
 *
 * @param cluster name of the cluster that chose it
 * @param endpoint the endpoint
 * @param priority priority of its locality group
 * @param share exact share of all calls
 */
public record TargetShare(String cluster, LbEndpoint endpoint, int priority, Share share) {}
