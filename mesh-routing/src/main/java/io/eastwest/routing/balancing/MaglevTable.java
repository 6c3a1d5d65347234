package io.eastwest.routing.balancing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table whose slots the hosts fill in turn, each along its own permutation.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/maglev/maglev_lb.cc. Turns are skipped by weights that are doubles, as
 * in Envoy.
 */
final class MaglevTable implements HashTable {
    private final ClusterHost[] slots;

    private MaglevTable(ClusterHost[] slots) {
        this.slots = slots;
    }

    static MaglevTable of(NormalizedHosts hosts, MaglevPick pick) {
        List<Builder> builders = new ArrayList<>();
        for (int i = 0; i < hosts.hosts().size(); i++) {
            builders.add(new Builder(hosts.hosts().get(i), hosts.weights().get(i), pick.tableSize()));
        }
        builders.sort((left, right) -> Arrays.compareUnsigned(left.key, right.key));
        ClusterHost[] slots = new ClusterHost[pick.tableSize()];
        double largest = hosts.largest();
        int filled = 0;
        for (long turn = 1; filled < slots.length; turn++) {
            for (int i = 0; i < builders.size() && filled < slots.length; i++) {
                filled += builders.get(i).fill(slots, turn, largest) ? 1 : 0;
            }
        }
        return new MaglevTable(slots);
    }

    /** {@return the host of a slot} */
    ClusterHost slot(int index) {
        return slots[index];
    }

    @Override
    public ClusterHost pick(long hash, int attempt) {
        return slots[(int) Long.remainderUnsigned(attempt == 0 ? hash : hash ^ -attempt, slots.length)];
    }

    @Override
    public Map<ClusterHost, Share> shares(int before, int load, RetryWalk walk) {
        if (!walk.isFirstAttempt()) {
            return MaglevRetry.shares(slots, before, load, walk);
        }
        SameRandom random = SameRandom.of(slots.length, before, load);
        Map<ClusterHost, Long> hits = new LinkedHashMap<>();
        for (int slot = 0; slot < slots.length; slot++) {
            hits.merge(slots[slot], random.hits(slot), Long::sum);
        }
        Map<ClusterHost, Share> shares = new LinkedHashMap<>();
        hits.forEach((host, count) -> shares.put(host, Share.of(count, random.period())));
        return shares;
    }

    /** One host while the table is filled. */
    private static final class Builder {
        private final ClusterHost host;
        private final byte[] key;
        private final double weight;
        private final long offset;
        private final long skip;
        private double target;
        private long next;

        Builder(ClusterHost host, double weight, int size) {
            this.host = host;
            this.weight = weight;
            key = host.address().getBytes(StandardCharsets.UTF_8);
            offset = Long.remainderUnsigned(XxHash.of(host.address()), size);
            skip = Long.remainderUnsigned(XxHash.ofSeedOne(host.address()), size - 1) + 1;
        }

        /** Takes the next free slot unless it is not this host's turn. */
        boolean fill(ClusterHost[] slots, long turn, double largest) {
            if (turn * weight < target) {
                return false;
            }
            target += largest;
            int slot = nextSlot(slots.length);
            while (slots[slot] != null) {
                slot = nextSlot(slots.length);
            }
            slots[slot] = host;
            return true;
        }

        private int nextSlot(int size) {
            return (int) ((offset + skip * next++) % size);
        }
    }
}
