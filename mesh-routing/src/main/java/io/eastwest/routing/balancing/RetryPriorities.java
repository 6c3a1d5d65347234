package io.eastwest.routing.balancing;

import java.util.Arrays;
import java.util.List;

/**
 * Loads of the priorities for a retry that leaves the priorities it tried.
 *
 * <p>Mirrors envoy source/extensions/retry/priority/previous_priorities.
 */
final class RetryPriorities {
    private RetryPriorities() {}

    /**
     * {@return the load that the next attempt sees}
     *
     * @param normal load and health of the first attempt
     * @param attempted priorities of the hosts tried so far, in order; -1 for a host that the cluster no longer has
     * @param every after every how many attempts the load changes
     */
    static PriorityLoad next(PriorityLoad normal, List<Integer> attempted, int every) {
        boolean[] excluded = new boolean[normal.healths().length];
        PriorityLoad current = normal;
        int forgotten = 0;
        // One round per attempt that was made: what that attempt saw is what a later one may reuse.
        for (int made = 1; made <= attempted.size(); made++) {
            List<Integer> remembered = attempted.subList(forgotten, made);
            if (remembered.size() < every) {
                continue;
            }
            if (remembered.size() % every == 0) {
                remembered.stream().filter(priority -> priority >= 0).forEach(priority -> excluded[priority] = true);
                if (PriorityLoad.total(remaining(normal, excluded)) == 0) {
                    Arrays.fill(excluded, false);
                    forgotten = made;
                }
                current = spread(normal, remaining(normal, excluded));
            }
        }
        return attempted.size() - forgotten < every && forgotten < attempted.size() ? normal : current;
    }

    private static int[] remaining(PriorityLoad normal, boolean[] excluded) {
        int[] health = normal.healths();
        for (int i = 0; i < health.length; i++) {
            health[i] = excluded[i] ? 0 : health[i];
        }
        return health;
    }

    /** Rounding leftovers go to the first healthy priorities again, up to their proportion. */
    private static PriorityLoad spread(PriorityLoad normal, int[] health) {
        int total = PriorityLoad.total(health);
        if (total == 0) {
            return normal;
        }
        int[] load = new int[health.length];
        int rest = PriorityLoad.WHOLE;
        while (rest > 0) {
            for (int i = 0; i < load.length; i++) {
                int more = Math.min(rest, health[i] * PriorityLoad.WHOLE / total);
                load[i] += more;
                rest -= more;
            }
        }
        return normal.withLoad(load);
    }
}
