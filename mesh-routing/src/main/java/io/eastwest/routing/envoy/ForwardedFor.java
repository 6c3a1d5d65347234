package io.eastwest.routing.envoy;

/**
 * How much of {@code x-forwarded-for} and {@code x-forwarded-proto} is believed.
 *
 * @param useRemoteAddress whether the proxy is an edge (gateway): it overwrites x-forwarded-proto and appends the peer
 * @param trustedHops number of trusted proxies in front, numTrustedProxies
 */
public record ForwardedFor(boolean useRemoteAddress, int trustedHops) {}
