package io.eastwest.routing.match;

import java.util.List;
import java.util.stream.IntStream;

/** Positions of routes in ascending order, merged from sorted lists as they are asked for. */
final class Candidates {
    private final List<List<Integer>> lists;
    private final int[] at;

    private Candidates(List<List<Integer>> lists) {
        this.lists = lists;
        this.at = new int[lists.size()];
    }

    /** {@return every position below a count} */
    static Candidates all(int count) {
        return new Candidates(List.of(IntStream.range(0, count).boxed().toList()));
    }

    /** {@return the positions of lists that are sorted and have none in common} */
    static Candidates merged(List<List<Integer>> lists) {
        return new Candidates(lists);
    }

    /** {@return the next position, or -1 after the last} */
    int next() {
        int best = -1;
        int from = -1;
        for (int i = 0; i < at.length; i++) {
            List<Integer> list = lists.get(i);
            if (at[i] < list.size() && (best < 0 || list.get(at[i]) < best)) {
                best = list.get(at[i]);
                from = i;
            }
        }
        if (from >= 0) {
            at[from]++;
        }
        return best;
    }
}
