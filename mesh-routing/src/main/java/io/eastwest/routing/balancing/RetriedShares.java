package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often calls get to each endpoint of a cluster when tries that fail are repeated, each try an independent draw from the same
 * distribution that avoids the hosts tried before. Exact.
 *
 * <p>Endpoints with the same share that fail as often are alike, so the number of steps follows from the number of kinds of
 * failing endpoints, not from the number of endpoints. It is limited: see {@link #followed()}.
 *
 * @param tries for each endpoint of the draw, the expected number of tries of a call that get to it
 * @param lastTries for each endpoint of the draw, the share of calls whose last permitted try gets to it
 * @param refused share of calls of which some try finds no endpoint, which ends them
 * @param followed how many retries are followed; less than permitted when there are too many kinds of failing endpoints
 */
public record RetriedShares(List<Share> tries, List<Share> lastTries, Share refused, int followed) {
    private static final int MOST_STATES = 5_000;

    /**
     * Copies the lists.
     *
     * @param tries tries that get to each endpoint
     * @param lastTries last tries that get to each endpoint
     * @param refused share of calls that find no endpoint
     * @param followed how many retries are followed
     */
    public RetriedShares {
        tries = List.copyOf(tries);
        lastTries = List.copyOf(lastTries);
    }

    /**
     * {@return the shares}
     *
     * @param draw share of each endpoint in a draw without anything tried before
     * @param refused share of a draw that finds no endpoint; with the draw it adds up to one
     * @param failing for each endpoint, the share of tries there that fail so that they are repeated
     * @param candidates most candidates that a retry looks at to find a host that was not tried; the last is taken whatever it is
     * @param retries how many retries are permitted, 0 or more
     * @throws IllegalArgumentException if the lists differ in length, or a number is out of range
     */
    public static RetriedShares of(List<Share> draw, Share refused, List<Share> failing, int candidates, int retries) {
        if (draw.size() != failing.size() || candidates < 1 || retries < 0) {
            throw new IllegalArgumentException(draw.size() + " endpoints, " + failing.size() + " that may fail, "
                    + candidates + " candidates, " + retries + " retries");
        }
        return new Walk(draw, failing, candidates).walk(refused, retries);
    }

    /** Endpoints that are alike. */
    private record Kind(Share draw, Share failing) {}

    /** Tries of a call so far: all failed. The state is how many endpoints of each kind were tried. */
    private static final class Walk {
        private final List<Share> draw;
        private final List<Share> failing;
        private final int candidates;
        private final List<Kind> kinds = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private Share others = Share.ZERO;
        private Share[] tries = {};
        private Share[] lastTries = {};

        Walk(List<Share> draw, List<Share> failing, int candidates) {
            this.draw = draw;
            this.failing = failing;
            this.candidates = candidates;
            for (int i = 0; i < draw.size(); i++) {
                if (!failing.get(i).isZero()) {
                    Kind kind = new Kind(draw.get(i), failing.get(i));
                    int known = kinds.indexOf(kind);
                    if (known < 0) {
                        kinds.add(kind);
                        sizes.add(1);
                    } else {
                        sizes.set(known, sizes.get(known) + 1);
                    }
                }
            }
        }

        RetriedShares walk(Share refused, int retries) {
            tries = zeros();
            lastTries = zeros();
            Map<List<Integer>, Share> states = new LinkedHashMap<>();
            states.put(Collections.nCopies(kinds.size(), 0), Share.ONE);
            int made = 0;
            while (true) {
                Map<List<Integer>, Share> next = new LinkedHashMap<>();
                Share[] now = zeros();
                states.forEach((state, weight) -> attempt(state, weight, now, next));
                add(tries, now);
                if (made == retries || next.isEmpty() || next.size() > MOST_STATES) {
                    add(lastTries, now);
                    return result(refused, next.isEmpty() ? retries : made);
                }
                states = next;
                made++;
            }
        }

        /** One try: notes where it gets and what is left when it fails. */
        private void attempt(List<Integer> state, Share weight, Share[] now, Map<List<Integer>, Share> next) {
            Share tried = Share.ZERO;
            for (int i = 0; i < state.size(); i++) {
                tried = tried.plus(kinds.get(i).draw().times(Share.of(state.get(i), 1)));
            }
            Share draws = Share.ZERO;
            Share rejected = Share.ONE;
            for (int i = 1; i < candidates; i++) {
                draws = draws.plus(rejected);
                rejected = rejected.times(tried);
            }
            // A tried host is taken only by the last draw, any other host by each draw that happens.
            Share fresh = weight.times(draws.plus(rejected));
            Share again = weight.times(rejected);
            others = others.plus(fresh);
            for (int i = 0; i < state.size(); i++) {
                Kind kind = kinds.get(i);
                int size = sizes.get(i);
                int old = state.get(i);
                Share toFresh = fresh.times(kind.draw()).times(Share.of(size - old, 1));
                Share toOld = again.times(kind.draw()).times(Share.of(old, 1));
                now[i] = now[i].plus(toFresh.plus(toOld).times(Share.of(1, size)));
                leave(next, state, i, 1, toFresh.times(kind.failing()));
                leave(next, state, i, 0, toOld.times(kind.failing()));
            }
        }

        private static void leave(
                Map<List<Integer>, Share> next, List<Integer> state, int kind, int more, Share weight) {
            if (!weight.isZero()) {
                List<Integer> after = new ArrayList<>(state);
                after.set(kind, after.get(kind) + more);
                next.merge(after, weight, Share::plus);
            }
        }

        private RetriedShares result(Share refused, int followed) {
            List<Share> all = new ArrayList<>();
            List<Share> last = new ArrayList<>();
            for (int i = 0; i < draw.size(); i++) {
                int kind = failing.get(i).isZero() ? -1 : kinds.indexOf(new Kind(draw.get(i), failing.get(i)));
                all.add(kind < 0 ? others.times(draw.get(i)) : tries[kind]);
                last.add(kind < 0 ? Share.ZERO : lastTries[kind]);
            }
            return new RetriedShares(all, last, others.times(refused), followed);
        }

        private Share[] zeros() {
            Share[] zeros = new Share[kinds.size()];
            Arrays.fill(zeros, Share.ZERO);
            return zeros;
        }

        private static void add(Share[] sums, Share[] more) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sums[i].plus(more[i]);
            }
        }
    }
}
