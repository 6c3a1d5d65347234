package io.eastwest.routing.balancing;

import java.util.Arrays;
import java.util.List;

/**
 * How the load is spread over the priorities, in percent, all integer arithmetic.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/load_balancer_impl.cc:recalculatePerPriorityState,
 * recalculatePerPriorityPanic, recalculateLoadInTotalPanic, distributeLoad. Arrays are never changed after construction.
 */
final class PriorityLoad {
    /** The whole load. */
    static final int WHOLE = 100;

    private static final int OVERPROVISIONING = 140;

    private final int[] health;
    private final int[] load;
    private final boolean[] panic;

    private PriorityLoad(int[] health, int[] load, boolean[] panic) {
        this.health = health;
        this.load = load;
        this.panic = panic;
    }

    static PriorityLoad of(List<HostSet> priorities, int panicThreshold) {
        int[] health = priorities.stream().mapToInt(set -> health(set.hosts())).toArray();
        int total = total(health);
        boolean[] panic = new boolean[health.length];
        if (total == 0 && panicThreshold == 0) {
            // Nothing can be picked; the load has to be somewhere.
            int[] load = new int[health.length];
            load[0] = WHOLE;
            return new PriorityLoad(health, load, panic);
        }
        boolean everywhere = true;
        for (int i = 0; i < panic.length; i++) {
            panic[i] = total < WHOLE && isBelow(priorities.get(i).hosts(), panicThreshold);
            everywhere &= panic[i];
        }
        int[] load = everywhere ? byNumberOfHosts(priorities) : byHealth(health, total);
        return new PriorityLoad(health, load, panic);
    }

    /** {@return these numbers with another load, as a retry may set it} */
    PriorityLoad withLoad(int[] other) {
        return new PriorityLoad(health, other.clone(), panic);
    }

    int health(int priority) {
        return health[priority];
    }

    int[] healths() {
        return health.clone();
    }

    int load(int priority) {
        return load[priority];
    }

    boolean isPanic(int priority) {
        return panic[priority];
    }

    /** {@return the load of all better priorities} */
    int before(int priority) {
        return Arrays.stream(load, 0, priority).sum();
    }

    /** {@return the priority for a random number or hash, taken as unsigned} */
    int choose(long random) {
        long place = Long.remainderUnsigned(random, WHOLE) + 1;
        int reached = 0;
        for (int priority = 0; priority < load.length; priority++) {
            reached += load[priority];
            if (place <= reached) {
                return priority;
            }
        }
        throw new IllegalStateException("loads must add up to 100 but were " + Arrays.toString(load));
    }

    static int health(HostGroup hosts) {
        return hosts.counted() == 0
                ? 0
                : (int) Math.min(
                        WHOLE, (long) OVERPROVISIONING * hosts.healthy().size() / hosts.counted());
    }

    static int total(int[] health) {
        return Math.min(WHOLE, Arrays.stream(health).sum());
    }

    private static boolean isBelow(HostGroup hosts, int threshold) {
        return hosts.counted() == 0
                ? threshold > 0
                : (long) WHOLE * hosts.healthy().size() < (long) threshold * hosts.counted();
    }

    private static int[] byHealth(int[] health, int total) {
        int[] load = new int[health.length];
        int rest = WHOLE;
        for (int i = 0; i < load.length; i++) {
            load[i] = Math.min(rest, health[i] * WHOLE / total);
            rest -= load[i];
        }
        for (int i = 0; i < load.length && rest > 0; i++) {
            if (health[i] > 0) {
                load[i] += rest;
                rest = 0;
            }
        }
        return load;
    }

    private static int[] byNumberOfHosts(List<HostSet> priorities) {
        int[] load = new int[priorities.size()];
        long hosts =
                priorities.stream().mapToLong(set -> set.hosts().all().size()).sum();
        if (hosts == 0) {
            load[0] = WHOLE;
            return load;
        }
        int rest = WHOLE;
        int first = -1;
        for (int i = 0; i < load.length; i++) {
            int size = priorities.get(i).hosts().all().size();
            first = first < 0 && size > 0 ? i : first;
            load[i] = (int) (WHOLE * (long) size / hosts);
            rest -= load[i];
        }
        load[first] += rest;
        return load;
    }
}
