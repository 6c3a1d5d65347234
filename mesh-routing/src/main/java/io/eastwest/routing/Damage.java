package io.eastwest.routing;

import io.eastwest.routing.view.WorkloadInstance;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Conditions worked out for one mesh: who exactly does not answer. Made once for each conditions object by
 * {@link DamageAssessment}; nothing in it changes then.
 *
 * @param conditions what it was made from
 * @param down workloads that do not answer, {@code <cluster>/<namespace>/<name>}
 * @param expired workloads whose certificates have expired
 * @param closedNetworks networks that nobody gets into by their gateways
 * @param addresses {@code ip:port} that do not answer
 * @param gateways addresses of gateways that do not answer, without port
 * @param lostClusters clusters of which no pod answers
 * @param cuts networks that do not reach each other
 * @param ejected hosts that proxies have ejected, by proxy, then by cluster of Envoy
 * @param ages time since endpoints joined, by {@code ip:port}; those that are missing joined long ago
 * @param notes what stops beside calls, by the cluster where it stops
 */
record Damage(
        Conditions conditions,
        SortedSet<String> down,
        SortedSet<String> expired,
        SortedSet<String> closedNetworks,
        SortedSet<String> addresses,
        SortedSet<String> gateways,
        SortedSet<String> lostClusters,
        Set<Condition.LinkCut> cuts,
        SortedMap<String, SortedMap<String, SortedSet<String>>> ejected,
        SortedMap<String, Duration> ages,
        SortedMap<String, List<String>> notes) {
    /** {@return how much memory this takes, counted in workloads and addresses} */
    int size() {
        return 1 + down.size() + expired.size() + addresses.size() + ages.size();
    }

    boolean isDown(WorkloadInstance workload) {
        return !down.isEmpty() && down.contains(WorkloadNames.id(workload));
    }

    boolean isCut(String one, String other) {
        return !cuts.isEmpty() && cuts.stream().anyMatch(cut -> cut.joins(one, other));
    }
}
