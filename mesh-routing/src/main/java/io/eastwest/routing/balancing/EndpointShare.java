package io.eastwest.routing.balancing;

/**
 * What one endpoint gets.
 *
 * @param address the address
 * @param placement its locality and priority
 * @param share its share of the traffic to the cluster, more than 0 and at most 1
 */
public record EndpointShare(String address, Placement placement, Share share) {}
