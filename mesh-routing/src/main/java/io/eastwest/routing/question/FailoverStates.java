package io.eastwest.routing.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tries all sets of failures that the balancer can tell apart, the smallest first. */
final class FailoverStates {
    private static final int MOST = 4_000;

    private final List<List<FailoverHost>> classes = new ArrayList<>();
    private final Predicate<List<FailoverHost>> moves;
    private int tried;

    /**
     * Prepares.
     *
     * @param ejectable hosts that may fail
     * @param each whether each host is one of its own, as with a hash
     * @param moves whether failures move calls outside
     */
    FailoverStates(List<FailoverHost> ejectable, boolean each, Predicate<List<FailoverHost>> moves) {
        this.moves = moves;
        Map<String, List<FailoverHost>> byLikeness = new LinkedHashMap<>();
        for (FailoverHost host : ejectable) {
            String key = each ? host.endpoint().address() : host.likeness();
            byLikeness.computeIfAbsent(key, any -> new ArrayList<>()).add(host);
        }
        classes.addAll(byLikeness.values());
    }

    /** {@return the first set of at least and at most so many failures that moves calls} */
    Optional<List<FailoverHost>> first(int least, int most) {
        for (int size = least; size <= most && !isExhausted(); size++) {
            Optional<List<FailoverHost>> found = ofSize(0, size, new ArrayList<>());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** {@return whether it gave up before all sets were tried} */
    boolean isExhausted() {
        return tried >= MOST;
    }

    private Optional<List<FailoverHost>> ofSize(int index, int left, List<FailoverHost> failed) {
        if (left == 0) {
            tried++;
            return moves.test(failed) ? Optional.of(List.copyOf(failed)) : Optional.empty();
        }
        if (index == classes.size() || isExhausted()) {
            return Optional.empty();
        }
        List<FailoverHost> own = classes.get(index);
        for (int count = Math.min(left, own.size()); count >= 0; count--) {
            List<FailoverHost> more = new ArrayList<>(failed);
            more.addAll(own.subList(0, count));
            Optional<List<FailoverHost>> found = ofSize(index + 1, left - count, more);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
