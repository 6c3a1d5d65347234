package io.eastwest.routing.trust;

import java.util.List;

/**
 * Whether workloads of one cluster can call workloads of another over mutual TLS.
 *
 * @param client the cluster that calls
 * @param server the cluster that answers
 * @param verdict whether the handshake succeeds
 * @param reasons what is missing or not visible, one sentence each; empty when it succeeds
 */
public record ClusterPair(String client, String server, AuthenticationVerdict verdict, List<String> reasons) {
    /**
     * A pair.
     *
     * @param client the cluster that calls
     * @param server the cluster that answers
     * @param verdict whether the handshake succeeds
     * @param reasons what is missing or not visible; copied
     */
    public ClusterPair {
        reasons = List.copyOf(reasons);
    }
}
