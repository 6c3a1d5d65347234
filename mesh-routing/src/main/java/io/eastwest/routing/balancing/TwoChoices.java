package io.eastwest.routing.balancing;

import java.util.List;
import java.util.TreeMap;

/**
 * Least request among hosts of equal weight: two hosts are drawn with replacement, the second wins only with strictly fewer
 * requests.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/least_request/least_request_lb.cc:unweightedHostPick.
 */
final class TwoChoices {
    private TwoChoices() {}

    /** {@return the probability of each host: (hosts with as many or more + hosts with more) / hosts squared} */
    static List<Share> shares(List<ClusterHost> hosts, UpstreamState state) {
        long size = hosts.size();
        if (state.activeRequests().isEmpty()) {
            return hosts.stream().map(host -> Share.of(1, size)).toList();
        }
        TreeMap<Long, Long> hostsByRequests = new TreeMap<>();
        hosts.forEach(host -> hostsByRequests.merge(requests(host, state), 1L, Long::sum));
        TreeMap<Long, Share> shareByRequests = new TreeMap<>();
        long busier = 0;
        for (var entry : hostsByRequests.descendingMap().entrySet()) {
            long asBusy = busier + entry.getValue();
            shareByRequests.put(entry.getKey(), Share.of(asBusy + busier, size * size));
            busier = asBusy;
        }
        return hosts.stream()
                .map(host -> shareByRequests.getOrDefault(requests(host, state), Share.ZERO))
                .toList();
    }

    private static long requests(ClusterHost host, UpstreamState state) {
        return state.activeRequests().getOrDefault(host.address(), 0L);
    }
}
