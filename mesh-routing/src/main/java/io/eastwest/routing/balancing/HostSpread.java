package io.eastwest.routing.balancing;

import java.util.List;
import java.util.stream.IntStream;

/** How the load of a priority spreads over a list of candidates when no hash is used. */
final class HostSpread {
    private final HostSelection selection;
    private final UpstreamState state;

    HostSpread(HostSelection selection, UpstreamState state) {
        this.selection = selection;
        this.state = state;
    }

    /**
     * {@return the share of each host in the traffic to the cluster; they add up to load / 100}
     *
     * @param hosts the candidates
     * @param before load of the better priorities in percent
     * @param load load of this priority in percent
     */
    List<Share> shares(List<ClusterHost> hosts, int before, int load) {
        return selection.match(
                least -> leastRequest(HostWeights.leastRequest(least, state), hosts, load),
                robin -> scaled(roundRobin(HostWeights.roundRobin(robin, state), hosts), load),
                random -> random(hosts.size(), SameRandom.of(hosts.size(), before, load)),
                ring -> refuse(),
                maglev -> refuse());
    }

    /** {@return whether the hosts follow each other in a schedule, so that single picks are not independent of each other} */
    boolean isSchedule(List<ClusterHost> hosts) {
        return hosts.size() > 1
                && selection.match(
                        least -> HostWeights.leastRequest(least, state).isWeighted(hosts),
                        robin -> true,
                        random -> false,
                        ring -> false,
                        maglev -> false);
    }

    private List<Share> leastRequest(HostWeights weights, List<ClusterHost> hosts, int load) {
        return scaled(weights.isWeighted(hosts) ? weights.shares(hosts) : TwoChoices.shares(hosts, state), load);
    }

    private static List<Share> roundRobin(HostWeights weights, List<ClusterHost> hosts) {
        return weights.isWeighted(hosts)
                ? weights.shares(hosts)
                : hosts.stream().map(host -> Share.of(1, hosts.size())).toList();
    }

    private static List<Share> random(int size, SameRandom random) {
        return IntStream.range(0, size).mapToObj(random::share).toList();
    }

    private static List<Share> scaled(List<Share> shares, int load) {
        Share factor = Share.of(load, PriorityLoad.WHOLE);
        return shares.stream().map(factor::times).toList();
    }

    private static List<Share> refuse() {
        throw new IllegalStateException("a consistent hash is spread by its table");
    }
}
