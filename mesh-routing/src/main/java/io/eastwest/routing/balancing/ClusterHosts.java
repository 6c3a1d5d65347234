package io.eastwest.routing.balancing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An assignment as Envoy holds it.
 *
 * <p>Mirrors envoy source/extensions/clusters/eds/eds.cc:updateLocalityEndpoints and
 * source/common/upstream/upstream_impl.cc:PriorityStateManager.
 *
 * @param priorities one set per priority from 0 to the last, empty ones included; never empty
 * @param ignored addresses that were listed again, in order
 */
record ClusterHosts(List<HostSet> priorities, List<String> ignored) {
    static ClusterHosts ingest(Assignment assignment, UpstreamState state) {
        Map<String, ClusterHost> hosts = new LinkedHashMap<>();
        Map<Placement, Long> weights = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        int last = 0;
        for (AssignedGroup group : assignment.groups()) {
            Placement placement = group.placement();
            last = Math.max(last, placement.priority());
            // A later group of the same placement replaces the weight, whatever became of its endpoints.
            group.weight().ifPresent(weight -> weights.put(placement, weight));
            for (AssignedEndpoint endpoint : group.endpoints()) {
                ClusterHost host = new ClusterHost(endpoint, placement, isHealthy(endpoint, state));
                if (hosts.putIfAbsent(host.address(), host) != null) {
                    ignored.add(host.address());
                }
            }
        }
        List<List<ClusterHost>> byPriority = new ArrayList<>();
        for (int priority = 0; priority <= last; priority++) {
            byPriority.add(new ArrayList<>());
        }
        hosts.values()
                .forEach(host -> byPriority.get(host.placement().priority()).add(host));
        List<HostSet> sets = new ArrayList<>();
        for (int priority = 0; priority <= last; priority++) {
            List<ClusterHost> members = byPriority.get(priority);
            sets.add(new HostSet(priority, HostGroup.of(members), localities(members, weights)));
        }
        return new ClusterHosts(List.copyOf(sets), List.copyOf(ignored));
    }

    /** {@return the priority of an address; empty if no host has it} */
    Optional<Integer> priorityOf(String address) {
        return priorities.stream()
                .filter(set -> set.hosts().all().stream()
                        .anyMatch(host -> host.address().equals(address)))
                .map(HostSet::priority)
                .findFirst();
    }

    /**
     * {@return the state with the ages of healthy hosts alone: no other one keeps a cluster in slow start} Mirrors envoy
     * source/extensions/load_balancing_policies/common/load_balancer_impl.cc:EdfLoadBalancerBase.recalculateHostsInSlowStart.
     *
     * @param state what is happening at the hosts
     */
    UpstreamState ofThese(UpstreamState state) {
        if (state.ages().isEmpty()) {
            return state;
        }
        Map<String, Duration> ages = new TreeMap<>();
        for (HostSet set : priorities) {
            for (ClusterHost host : set.hosts().healthy()) {
                Duration age = state.ages().get(host.address());
                if (age != null) {
                    ages.put(host.address(), age);
                }
            }
        }
        return state.withAges(ages);
    }

    private static boolean isHealthy(AssignedEndpoint endpoint, UpstreamState state) {
        return endpoint.health() == HostHealth.HEALTHY && !state.ejected().contains(endpoint.address());
    }

    private static List<LocalityHosts> localities(List<ClusterHost> members, Map<Placement, Long> weights) {
        Map<LocalityName, List<ClusterHost>> byLocality = new TreeMap<>();
        for (ClusterHost host : members) {
            byLocality
                    .computeIfAbsent(host.placement().locality(), locality -> new ArrayList<>())
                    .add(host);
        }
        List<LocalityHosts> localities = new ArrayList<>();
        byLocality.forEach((locality, hosts) -> {
            long weight = weights.getOrDefault(hosts.get(0).placement(), 0L);
            localities.add(new LocalityHosts(locality, weight, HostGroup.of(hosts)));
        });
        return List.copyOf(localities);
    }
}
