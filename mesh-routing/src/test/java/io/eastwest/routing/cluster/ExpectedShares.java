package io.eastwest.routing.cluster;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.RandomEstate;
import io.eastwest.routing.fixture.RandomEstate.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shares of the hosts of an estate, worked out from load-balancing.md 5 and 6 without the engine. */
final class ExpectedShares {
    private final RandomEstate estate;
    private final Collection<String> broken;

    private ExpectedShares(RandomEstate estate, Collection<String> broken) {
        this.estate = estate;
        this.broken = broken;
    }

    /** {@return the shares when nothing is broken} */
    static Map<String, Share> of(RandomEstate estate, int client) {
        return of(estate, client, List.of());
    }

    /**
     * {@return the shares by address}
     *
     * @param estate the estate
     * @param client number of the zone of the client
     * @param broken addresses of hosts that the proxy holds for unhealthy
     */
    static Map<String, Share> of(RandomEstate estate, int client, Collection<String> broken) {
        return new ExpectedShares(estate, broken).of(levels(estate, client));
    }

    /**
     * {@return whether RANDOM splits its load, so that shares depend on the order of hosts too}
     *
     * @param estate the estate
     * @param client number of the zone of the client
     * @param broken addresses of hosts that the proxy holds for unhealthy
     */
    static boolean dependOnOrder(RandomEstate estate, int client, Collection<String> broken) {
        ExpectedShares shares = new ExpectedShares(estate, broken);
        return estate.algorithm().equals("RANDOM")
                && shares.loads(levels(estate, client)).stream()
                                .filter(load -> load > 0)
                                .count()
                        > 1;
    }

    private static List<List<Host>> levels(RandomEstate estate, int client) {
        List<List<Host>> levels = new ArrayList<>();
        for (int level = 0; level < 3; level++) {
            List<Host> there = new ArrayList<>();
            for (Host host : estate.candidates()) {
                if (level == (estate.failsOver() ? distance(host.zone(), client) : 0)) {
                    there.add(host);
                }
            }
            if (!there.isEmpty()) {
                levels.add(there);
            }
        }
        return levels;
    }

    private static int distance(int zone, int client) {
        if (zone == client) {
            return 0;
        }
        return region(zone).equals(region(client)) ? 1 : 2;
    }

    private static String region(int zone) {
        return RandomEstate.ZONES.get(zone).substring(0, 2);
    }

    private Map<String, Share> of(List<List<Host>> levels) {
        Map<String, Share> shares = new TreeMap<>();
        List<Integer> loads = loads(levels);
        for (int i = 0; i < levels.size(); i++) {
            Share load = Share.of(loads.get(i), 100);
            if (!load.isZero()) {
                level(levels.get(i)).forEach((address, share) -> shares.put(address, share.times(load)));
            }
        }
        return shares;
    }

    /** Sections 6.2 and 6.3; only where there is one level alone can there be panic. */
    private List<Integer> loads(List<List<Host>> levels) {
        int total = Math.min(100, levels.stream().mapToInt(this::health).sum());
        if (total == 0) {
            return levels.stream().map(level -> estate.failsOver() ? 0 : 100).toList();
        }
        List<Integer> loads = new ArrayList<>();
        int left = 100;
        for (List<Host> level : levels) {
            int load = Math.min(left, health(level) * 100 / total);
            loads.add(load);
            left -= load;
        }
        for (int i = 0; i < loads.size() && left > 0; i++) {
            if (health(levels.get(i)) > 0) {
                loads.set(i, loads.get(i) + left);
                left = 0;
            }
        }
        return loads;
    }

    private int health(List<Host> hosts) {
        return Math.min(100, 140 * healthy(hosts).size() / hosts.size());
    }

    private List<Host> healthy(List<Host> hosts) {
        return hosts.stream().filter(host -> !broken.contains(host.address())).toList();
    }

    private Map<String, Share> level(List<Host> hosts) {
        boolean panic = !estate.failsOver() && healthy(hosts).size() * 2 < hosts.size();
        if (panic) {
            return split(hosts, Share.ONE);
        }
        return estate.percentages().isEmpty() ? split(healthy(hosts), Share.ONE) : weighted(hosts);
    }

    /** Section 6.4; each spelling of a locality is weighed by itself, and the later one gives the weight of the place. */
    private Map<String, Share> weighted(List<Host> hosts) {
        Map<Integer, Share> places = new TreeMap<>();
        for (int zone = 0; zone < RandomEstate.ZONES.size(); zone++) {
            long plain = weight(hosts, zone, false);
            long slashed = weight(hosts, zone, true);
            List<Host> there = of(hosts, zone);
            if (!healthy(there).isEmpty()) {
                long own = slashed > 0 ? slashed : plain;
                long percent = estate.percentages().get(zone);
                long weight = -Math.floorDiv(-own * percent, plain + slashed);
                Share available = Share.of(healthy(there).size() * 7L, there.size() * 5L);
                places.put(zone, Share.of(weight, 1).times(available.compareTo(Share.ONE) < 0 ? available : Share.ONE));
            }
        }
        Share total = Share.sum(places.values());
        Map<String, Share> shares = new TreeMap<>();
        places.forEach((zone, weight) -> shares.putAll(split(healthy(of(hosts, zone)), weight.dividedBy(total))));
        return shares;
    }

    private static List<Host> of(List<Host> hosts, int zone) {
        return hosts.stream().filter(host -> host.zone() == zone).toList();
    }

    private static long weight(List<Host> hosts, int zone, boolean slash) {
        return of(hosts, zone).stream()
                .filter(host -> host.slash() == slash)
                .mapToLong(host -> Math.max(1, host.weight()))
                .sum();
    }

    private Map<String, Share> split(List<Host> hosts, Share whole) {
        boolean random = estate.algorithm().equals("RANDOM");
        long total = hosts.stream()
                .mapToLong(host -> random ? 1 : Math.max(1, host.weight()))
                .sum();
        Map<String, Share> shares = new TreeMap<>();
        for (Host host : hosts) {
            shares.put(host.address(), whole.times(Share.of(random ? 1 : Math.max(1, host.weight()), total)));
        }
        return shares;
    }
}
