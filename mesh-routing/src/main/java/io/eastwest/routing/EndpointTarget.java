package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import java.util.List;

/**
 * An endpoint that answers calls, with its exact share of them. One that calls reach on several ways, by two gateways for
 * example, stands once for each way.
 *
 * @param owner its workload, {@code <cluster>/<namespace>/<name>}; the address when it is none of the mesh
 * @param address {@code ip:port}
 * @param cluster cluster it runs in; empty when it is none of the mesh
 * @param routedTo name of the Envoy cluster that the caller's proxy chose
 * @param share exact share of all calls, after retries
 * @param hops proxies that the call passes, the caller's first
 */
public record EndpointTarget(
        String owner, String address, String cluster, String routedTo, Share share, List<Hop> hops) {
    /**
     * Copies the list.
     *
     * @param owner its workload
     * @param address its address
     * @param cluster its cluster
     * @param routedTo Envoy cluster
     * @param share exact share
     * @param hops proxies
     */
    public EndpointTarget {
        hops = List.copyOf(hops);
    }

    /** {@return the same endpoint with another share} */
    EndpointTarget withShare(Share other) {
        return new EndpointTarget(owner, address, cluster, routedTo, other, hops);
    }
}
