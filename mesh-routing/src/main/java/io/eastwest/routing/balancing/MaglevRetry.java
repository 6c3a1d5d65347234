package io.eastwest.routing.balancing;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shares of a retry over a maglev table when each request has a random hash.
 *
 * <p>Candidate k of hash h stands in slot (h xor (2^64 - k)) mod size, which is (2^64 - 1 - (h xor (k - 1))) mod size. So the walk
 * depends on the remainder of h by the size, on its lowest bits, and on its remainder by 100, which chose the priority. All
 * combinations of the three that can occur are counted.
 */
final class MaglevRetry {
    private final ClusterHost[] slots;
    private final RetryWalk walk;
    private final int lowest;
    private final long greatest;

    private MaglevRetry(ClusterHost[] slots, RetryWalk walk) {
        this.slots = slots;
        this.walk = walk;
        this.lowest = powerAtLeast(walk.candidates() - 1);
        this.greatest = Long.remainderUnsigned(-1L, slots.length);
    }

    static Map<ClusterHost, Share> shares(ClusterHost[] slots, int before, int load, RetryWalk walk) {
        return new MaglevRetry(slots, walk).shares(before, load);
    }

    private Map<ClusterHost, Share> shares(int before, int load) {
        Map<ClusterHost, Long> hits = new LinkedHashMap<>();
        long[][] counts = counts(before, load);
        int common = SameRandom.gcd(slots.length, lowest);
        for (int slot = 0; slot < slots.length; slot++) {
            for (int bits = 0; bits < lowest; bits++) {
                long count = (slot - bits) % common == 0 ? counts[slot % counts.length][bits % counts[0].length] : 0;
                if (count > 0) {
                    hits.merge(end(slot, bits), count, Long::sum);
                }
            }
        }
        long period = lcm(lcm(slots.length, lowest), PriorityLoad.WHOLE);
        Map<ClusterHost, Share> shares = new LinkedHashMap<>();
        hits.forEach((host, count) -> shares.put(host, Share.of(count, period)));
        return shares;
    }

    /** {@return how many remainders by 100 choose the priority and go with a slot and lowest bits, by what of both matters} */
    private long[][] counts(int before, int load) {
        int bySlot = SameRandom.gcd(slots.length, PriorityLoad.WHOLE);
        int byBits = SameRandom.gcd(lowest, PriorityLoad.WHOLE);
        long[][] counts = new long[bySlot][byBits];
        for (int remainder = before; remainder < before + load; remainder++) {
            counts[remainder % bySlot][remainder % byBits]++;
        }
        return counts;
    }

    private ClusterHost end(int slot, int bits) {
        return walk.walk(attempt -> {
            if (attempt == 0) {
                return slots[slot];
            }
            int change = (bits ^ (attempt - 1)) - bits;
            return slots[(int) Math.floorMod(greatest - slot - change, (long) slots.length)];
        });
    }

    private static int powerAtLeast(int number) {
        int power = 1;
        while (power < number) {
            power *= 2;
        }
        return power;
    }

    private static long lcm(long left, long right) {
        long common = BigInteger.valueOf(left).gcd(BigInteger.valueOf(right)).longValueExact();
        return left / common * right;
    }
}
