package io.eastwest.routing.balancing;

import java.util.Optional;
import java.util.SortedMap;

/**
 * Picks by a hash: the same hash chooses the priority and the host.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/thread_aware_lb_impl.cc:LoadBalancerImpl.chooseHost.
 *
 * @param load the loads of the priorities
 * @param tables the tables of the priorities that have a load and a host
 * @param walk how the candidates of one attempt follow each other
 */
record HashPicker(PriorityLoad load, SortedMap<Integer, HashTable> tables, RetryWalk walk) {
    Optional<ClusterHost> pick(long hash) {
        return Optional.ofNullable(tables.get(load.choose(hash)))
                .map(table -> walk.walk(attempt -> table.pick(hash, attempt)));
    }
}
