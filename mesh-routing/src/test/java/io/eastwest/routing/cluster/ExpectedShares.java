package io.eastwest.routing.cluster;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.RandomEstate;
import io.eastwest.routing.fixture.RandomEstate.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shares of an estate in which nothing is broken, worked out from load-balancing.md 5 and 6 without the engine. */
final class ExpectedShares {
    private ExpectedShares() {}

    static Map<String, Share> of(RandomEstate estate, int client) {
        List<Host> hosts = estate.candidates();
        if (!estate.percentages().isEmpty()) {
            return weighted(estate, hosts);
        }
        return split(estate.failsOver() ? nearest(hosts, client) : hosts, estate.algorithm(), Share.ONE);
    }

    /** The first level that has a host takes all. */
    private static List<Host> nearest(List<Host> hosts, int client) {
        for (int level = 0; level < 3; level++) {
            List<Host> there = new ArrayList<>();
            for (Host host : hosts) {
                if (level(host.zone(), client) == level) {
                    there.add(host);
                }
            }
            if (!there.isEmpty()) {
                return there;
            }
        }
        return hosts;
    }

    private static int level(int zone, int client) {
        if (zone == client) {
            return 0;
        }
        return region(zone).equals(region(client)) ? 1 : 2;
    }

    private static String region(int zone) {
        return RandomEstate.ZONES.get(zone).substring(0, 2);
    }

    /** Each spelling of a locality is weighed by itself; the later spelling gives the weight of the place. */
    private static Map<String, Share> weighted(RandomEstate estate, List<Host> hosts) {
        Map<Integer, Long> places = new TreeMap<>();
        Map<Integer, List<Host>> members = new TreeMap<>();
        for (int zone = 0; zone < RandomEstate.ZONES.size(); zone++) {
            long plain = weight(hosts, zone, false);
            long slashed = weight(hosts, zone, true);
            if (plain + slashed > 0) {
                long own = slashed > 0 ? slashed : plain;
                long percent = estate.percentages().get(zone);
                places.put(zone, -Math.floorDiv(-own * percent, plain + slashed));
                int here = zone;
                members.put(
                        zone, hosts.stream().filter(host -> host.zone() == here).toList());
            }
        }
        long total = places.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Share> shares = new TreeMap<>();
        places.forEach((zone, weight) -> shares.putAll(
                split(members.getOrDefault(zone, List.of()), estate.algorithm(), Share.of(weight, total))));
        return shares;
    }

    private static long weight(List<Host> hosts, int zone, boolean slash) {
        return hosts.stream()
                .filter(host -> host.zone() == zone && host.slash() == slash)
                .mapToLong(host -> Math.max(1, host.weight()))
                .sum();
    }

    private static Map<String, Share> split(List<Host> hosts, String algorithm, Share whole) {
        boolean random = algorithm.equals("RANDOM");
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
