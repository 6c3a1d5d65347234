package io.eastwest.render.compare;

import java.util.List;

/**
 * What goes on in a cluster with workloads while something has failed. Proxies that run keep their last configuration and
 * certificates, whatever stops here; certificates end 12 to 24 hours after the last renewal that worked.
 *
 * @param cluster the cluster
 * @param up whether it runs itself
 * @param injection whether new pods are injected
 * @param configuration whether changes of the configuration reach its proxies
 * @param certificates whether certificates are issued and renewed
 * @param staleEndpoints clusters of which no change of endpoints reaches its proxies
 * @param ownCalls calls of its workloads to services that it answered itself
 * @param crossCalls calls of its workloads to services that other clusters answered
 */
public record ClusterSurvival(
        String cluster,
        boolean up,
        boolean injection,
        boolean configuration,
        boolean certificates,
        List<String> staleEndpoints,
        TrafficState ownCalls,
        TrafficState crossCalls) {
    /**
     * Copies the list.
     *
     * @param cluster the cluster
     * @param up whether it runs itself
     * @param injection whether new pods are injected
     * @param configuration whether changes of the configuration reach its proxies
     * @param certificates whether certificates are issued and renewed
     * @param staleEndpoints clusters of which no change of endpoints reaches its proxies
     * @param ownCalls calls to services that it answered itself
     * @param crossCalls calls to services that other clusters answered
     */
    public ClusterSurvival {
        staleEndpoints = List.copyOf(staleEndpoints);
    }

    /** {@return whether it runs, but has no control plane} */
    public boolean isFrozen() {
        return up && !injection && !configuration && !certificates;
    }
}
