package io.eastwest.render.intent;

import io.eastwest.routing.balancing.Share;
import java.util.Optional;

/**
 * Copies of a request that the proxy of the caller sends to one destination.
 *
 * @param destination name of the Envoy cluster that gets them, such as {@code outbound|8080|v2|orders.shop.svc.cluster.local}
 * @param share share of the calls that is copied
 * @param arriving share of the copies that an endpoint gets; empty: copies of other routes than those of a VirtualService are not
 *     followed
 */
public record Copies(String destination, Share share, Optional<Share> arriving) {}
