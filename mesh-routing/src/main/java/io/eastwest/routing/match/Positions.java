package io.eastwest.routing.match;

import java.util.Arrays;

/** Positions of routes in ascending order. Filled once, then only read. */
final class Positions {
    private int[] all = {};
    private int count;

    /** Adds a position that is higher than all before it. */
    void add(int position) {
        if (count == all.length) {
            all = Arrays.copyOf(all, Math.max(1, 2 * count));
        }
        all[count++] = position;
    }

    /** {@return the first position below a limit whose route takes a request of this path; the limit when none does} */
    int first(CompiledRoute[] routes, RouteInput input, int limit) {
        for (int i = 0; i < count && all[i] < limit; i++) {
            if (routes[all[i]].takesIndexed(input)) {
                return all[i];
            }
        }
        return limit;
    }
}
