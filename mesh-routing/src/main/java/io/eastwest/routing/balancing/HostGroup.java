package io.eastwest.routing.balancing;

import java.util.List;

/**
 * Hosts that are counted together: a whole priority, or one locality of it.
 *
 * @param all all hosts in the order of the assignment
 * @param healthy those that may be picked without panic, in the same order
 * @param counted number of hosts that count for health: all but the excluded ones
 */
record HostGroup(List<ClusterHost> all, List<ClusterHost> healthy, int counted) {
    static HostGroup of(List<ClusterHost> hosts) {
        List<ClusterHost> healthy = hosts.stream().filter(ClusterHost::healthy).toList();
        long excluded = hosts.stream().filter(ClusterHost::excluded).count();
        return new HostGroup(List.copyOf(hosts), healthy, (int) (hosts.size() - excluded));
    }
}
