package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.List;

/**
 * Hosts among which one pick chooses.
 *
 * @param hosts the candidates, never empty
 * @param share share of the picks within the priority that choose among them
 */
record CandidateList(List<ClusterHost> hosts, Share share) {
    /**
     * {@return the lists of a priority, with shares that add up to one; empty if there is no host to pick}
     *
     * <p>Mirrors envoy source/extensions/load_balancing_policies/common/load_balancer_impl.cc:hostSourceToUse. Envoy schedules
     * localities by deadlines that are doubles; the share here is the exact proportion that the schedule approaches.
     *
     * @param set the priority
     * @param panic whether it panics: then all hosts count and localities do not
     * @param localityWeighted whether a locality is picked first
     */
    static List<CandidateList> of(HostSet set, boolean panic, boolean localityWeighted) {
        if (!panic && localityWeighted) {
            Share total = Share.sum(set.localities().stream()
                    .map(LocalityHosts::effectiveWeight)
                    .toList());
            if (!total.isZero()) {
                return byLocality(set, total);
            }
        }
        List<ClusterHost> hosts = panic ? set.hosts().all() : set.hosts().healthy();
        return hosts.isEmpty() ? List.of() : List.of(new CandidateList(hosts, Share.ONE));
    }

    private static List<CandidateList> byLocality(HostSet set, Share total) {
        List<CandidateList> lists = new ArrayList<>();
        for (LocalityHosts locality : set.localities()) {
            Share weight = locality.effectiveWeight();
            if (!weight.isZero()) {
                lists.add(new CandidateList(locality.hosts().healthy(), weight.dividedBy(total)));
            }
        }
        return lists;
    }
}
