package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.List;

/**
 * Candidates of a consistent hash with their weights as doubles, because the size of a ring depends on how Envoy rounds.
 *
 * <p>With locality weights the weight of a locality counts whatever its health, in panic too; localities without candidates leave
 * the sum below one, which makes the ring smaller.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/thread_aware_lb_impl.cc:normalizeWeights.
 */
record NormalizedHosts(List<ClusterHost> hosts, List<Double> weights) {
    static NormalizedHosts of(HostSet set, boolean panic, boolean localityWeighted) {
        NormalizedHosts result = new NormalizedHosts(new ArrayList<>(), new ArrayList<>());
        if (!localityWeighted) {
            result.add(candidates(set.hosts(), panic), 1);
            return result;
        }
        long total = set.localities().stream().mapToLong(LocalityHosts::weight).sum();
        for (LocalityHosts locality : set.localities()) {
            if (locality.weight() > 0) {
                result.add(candidates(locality.hosts(), panic), (double) locality.weight() / total);
            }
        }
        return result;
    }

    double least() {
        return weights.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    }

    double largest() {
        return weights.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private void add(List<ClusterHost> candidates, double part) {
        long sum = candidates.stream().mapToLong(ClusterHost::weight).sum();
        for (ClusterHost host : candidates) {
            hosts.add(host);
            weights.add(host.weight() * part / sum);
        }
    }

    private static List<ClusterHost> candidates(HostGroup group, boolean panic) {
        return panic ? group.all() : group.healthy();
    }
}
