package io.eastwest.routing.balancing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ring of hashes of {@code address_0}, {@code address_1}, ...: a hash belongs to the next entry.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/ring_hash/ring_hash_lb.cc:Ring. The number of entries of a host is
 * calculated with doubles, as Envoy does.
 */
final class HashRing implements HashTable {
    private static final BigInteger CIRCLE = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final long[] hashes;
    private final ClusterHost[] owners;

    private HashRing(List<Entry> entries) {
        hashes = entries.stream().mapToLong(Entry::hash).toArray();
        owners = entries.stream().map(Entry::owner).toArray(ClusterHost[]::new);
    }

    static HashRing of(NormalizedHosts hosts, RingHashPick pick) {
        double scale = scale(hosts.least(), pick.minimumSize());
        List<Entry> entries = new ArrayList<>();
        double current = 0;
        double target = 0;
        for (int i = 0; i < hosts.hosts().size(); i++) {
            ClusterHost host = hosts.hosts().get(i);
            target += scale * hosts.weights().get(i);
            for (int copy = 0; current < target; copy++, current++) {
                entries.add(new Entry(XxHash.of(host.address() + "_" + copy), host));
            }
        }
        entries.sort(Comparator.comparing(Entry::hash, Long::compareUnsigned));
        return new HashRing(entries);
    }

    /** {@return the size of the ring that gives the lightest host a whole number of entries} */
    static double scale(double leastWeight, long minimumSize) {
        return Math.min(Math.ceil(leastWeight * minimumSize) / leastWeight, RingHashPick.LARGEST_SIZE);
    }

    /** {@return number of entries} */
    int size() {
        return hashes.length;
    }

    /** {@return the hash of an entry, in ascending unsigned order} */
    long hash(int index) {
        return hashes[index];
    }

    /** {@return the host of an entry} */
    ClusterHost owner(int index) {
        return owners[index];
    }

    @Override
    public ClusterHost pick(long hash, int attempt) {
        return owners[(firstFrom(hash) + attempt) % owners.length];
    }

    /**
     * {@inheritDoc}
     *
     * <p>The arc of an entry and the remainder modulo 100 that chose the priority are taken as independent, which is off by less
     * than 1e-16 of a share.
     */
    @Override
    public Map<ClusterHost, Share> shares(int before, int load, RetryWalk walk) {
        Map<ClusterHost, BigInteger> arcs = new LinkedHashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            int start = i;
            ClusterHost host = walk.walk(attempt -> owners[(start + attempt) % owners.length]);
            arcs.merge(host, arc(i), BigInteger::add);
        }
        Share factor = Share.of(load, PriorityLoad.WHOLE);
        Map<ClusterHost, Share> shares = new LinkedHashMap<>();
        arcs.forEach((host, arc) -> shares.put(host, factor.times(Share.of(arc, CIRCLE))));
        return shares;
    }

    /** {@return how many hashes belong to an entry} */
    private BigInteger arc(int index) {
        if (hashes.length == 1) {
            return CIRCLE;
        }
        long previous = hashes[index == 0 ? hashes.length - 1 : index - 1];
        return new BigInteger(Long.toUnsignedString(hashes[index] - previous));
    }

    private int firstFrom(long hash) {
        int low = 0;
        int high = hashes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(hashes[middle], hash) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == hashes.length ? 0 : low;
    }

    private record Entry(long hash, ClusterHost owner) {}
}
