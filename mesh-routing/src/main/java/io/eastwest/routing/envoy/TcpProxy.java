package io.eastwest.routing.envoy;

import java.util.List;

/**
 * Forwards bytes.
 *
 * @param clusters destinations with weights; one: all
 * @param hashSourceIp whether the source address is hashed for consistent hashing
 * @param origins the rules it comes from; empty: the default of the service
 */
public record TcpProxy(List<WeightedCluster> clusters, boolean hashSourceIp, List<Origin> origins)
        implements NetworkFilter {
    /**
     * Copies the lists.
     *
     * @param clusters destinations with weights; one: all
     * @param hashSourceIp whether the source address is hashed for consistent hashing
     * @param origins the rules it comes from; empty: the default of the service
     */
    public TcpProxy {
        clusters = List.copyOf(clusters);
        origins = List.copyOf(origins);
    }
}
