package io.eastwest.routing.envoy;

/**
 * A copy of requests.
 *
 * @param cluster cluster name
 * @param millionths share of requests in millionths, 0..1000000
 */
public record Mirror(String cluster, long millionths) {}
