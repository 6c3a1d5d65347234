package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Calculates where the requests to a cluster go.
 *
 * <p>A pure function of its arguments. The result is worth keeping: asking it is a look-up.
 */
public final class Balancer {
    private static final RetryWalk FIRST = new RetryWalk(Collections.emptySortedSet(), 1);

    private Balancer() {}

    /**
     * {@return the distribution of first attempts}
     *
     * <p>Shares are exact. For a consistent hash they are those of requests without a hash, which Envoy gives a random one: arcs of
     * the ring or slots of the table, not weights; ask {@link Distribution#given(long)} for a request that has one.
     *
     * @param assignment the endpoints as sent
     * @param settings the settings of the cluster
     * @param state what is happening at the hosts
     */
    public static Distribution distribute(Assignment assignment, BalancingSettings settings, UpstreamState state) {
        ClusterHosts hosts = ClusterHosts.ingest(assignment, state);
        PriorityLoad load = PriorityLoad.of(hosts.priorities(), settings.panicThreshold());
        return distribute(hosts, load, settings, state, FIRST);
    }

    /**
     * {@return the distribution of a retry}
     *
     * <p>Candidates are taken as independent draws. For a schedule ({@link Distribution#isSchedule()}) that is the view of a proxy
     * that serves many requests at once; in a proxy that serves one request at a time, round robin goes to the next host instead.
     * With a consistent hash the candidates follow each other on the ring or in the table, and priorities are never left.
     *
     * @param assignment the endpoints as sent
     * @param settings the settings of the cluster
     * @param state what is happening at the hosts
     * @param rule what the retry does differently
     * @param attempted addresses of the hosts tried so far, in order; none means the first attempt
     */
    public static Distribution retry(
            Assignment assignment,
            BalancingSettings settings,
            UpstreamState state,
            RetryRule rule,
            List<String> attempted) {
        ClusterHosts hosts = ClusterHosts.ingest(assignment, state);
        PriorityLoad load = PriorityLoad.of(hosts.priorities(), settings.panicThreshold());
        SortedSet<String> tried = Collections.unmodifiableSortedSet(new TreeSet<>(attempted));
        if (settings.selection().isConsistentHash()) {
            return distribute(hosts, load, settings, state, new RetryWalk(tried, rule.candidates()));
        }
        if (rule.leavesPrioritiesEvery().isPresent()) {
            List<Integer> priorities = attempted.stream()
                    .map(address -> hosts.priorityOf(address).orElse(-1))
                    .toList();
            load = RetryPriorities.next(
                    load, priorities, rule.leavesPrioritiesEvery().getAsInt());
        }
        return RetryDraws.of(distribute(hosts, load, settings, state, FIRST), tried, rule.candidates());
    }

    private static Distribution distribute(
            ClusterHosts hosts, PriorityLoad load, BalancingSettings settings, UpstreamState state, RetryWalk walk) {
        BalancingReport report = Reports.of(hosts, load, settings);
        return settings.selection()
                .match(
                        least -> spread(hosts, load, settings, state, report),
                        robin -> spread(hosts, load, settings, state, report),
                        random -> spread(hosts, load, settings, state, report),
                        ring -> hash(hosts, load, settings, walk, report),
                        maglev -> hash(hosts, load, settings, walk, report));
    }

    private static Distribution spread(
            ClusterHosts hosts,
            PriorityLoad load,
            BalancingSettings settings,
            UpstreamState state,
            BalancingReport report) {
        HostSpread spread = new HostSpread(settings.selection(), hosts.ofThese(state));
        List<EndpointShare> shares = new ArrayList<>();
        boolean schedule = false;
        for (HostSet set : loaded(hosts, load)) {
            int priority = set.priority();
            List<CandidateList> lists = CandidateList.of(set, load.isPanic(priority), settings.localityWeighted());
            schedule |= lists.size() > 1;
            for (CandidateList list : lists) {
                schedule |= spread.isSchedule(list.hosts());
                List<Share> parts = spread.shares(list.hosts(), load.before(priority), load.load(priority));
                for (int i = 0; i < parts.size(); i++) {
                    shares.add(share(list.hosts().get(i), parts.get(i).times(list.share())));
                }
            }
        }
        return Distribution.of(shares, schedule, Optional.empty(), report);
    }

    private static Distribution hash(
            ClusterHosts hosts, PriorityLoad load, BalancingSettings settings, RetryWalk walk, BalancingReport report) {
        SortedMap<Integer, HashTable> tables = new TreeMap<>();
        List<EndpointShare> shares = new ArrayList<>();
        for (HostSet set : loaded(hosts, load)) {
            int priority = set.priority();
            NormalizedHosts candidates = NormalizedHosts.of(set, load.isPanic(priority), settings.localityWeighted());
            if (!candidates.hosts().isEmpty()) {
                HashTable table = table(settings.selection(), candidates);
                tables.put(priority, table);
                Map<ClusterHost, Share> parts = table.shares(load.before(priority), load.load(priority), walk);
                parts.forEach((host, part) -> shares.add(share(host, part)));
            }
        }
        HashPicker picker = new HashPicker(load, Collections.unmodifiableSortedMap(tables), walk);
        return Distribution.of(shares, false, Optional.of(picker), report);
    }

    private static HashTable table(HostSelection selection, NormalizedHosts candidates) {
        return selection.match(
                least -> noTable(),
                robin -> noTable(),
                random -> noTable(),
                ring -> HashRing.of(candidates, ring),
                maglev -> MaglevTable.of(candidates, maglev));
    }

    private static HashTable noTable() {
        throw new IllegalStateException("only a consistent hash has a table");
    }

    private static List<HostSet> loaded(ClusterHosts hosts, PriorityLoad load) {
        return hosts.priorities().stream()
                .filter(set -> load.load(set.priority()) > 0)
                .toList();
    }

    private static EndpointShare share(ClusterHost host, Share share) {
        return new EndpointShare(host.address(), host.placement(), share);
    }
}
