package io.eastwest.routing.balancing;

import java.util.SortedSet;
import java.util.function.IntFunction;

/**
 * Candidates that one attempt goes through until it finds a host that was not tried before.
 *
 * @param tried addresses that were tried
 * @param candidates most candidates to look at, 1 or more; the last one is taken whatever it is
 */
record RetryWalk(SortedSet<String> tried, int candidates) {
    /** {@return the host at which the walk ends} */
    ClusterHost walk(IntFunction<ClusterHost> candidate) {
        ClusterHost host = candidate.apply(0);
        for (int attempt = 1; attempt < candidates && tried.contains(host.address()); attempt++) {
            host = candidate.apply(attempt);
        }
        return host;
    }

    boolean isFirstAttempt() {
        return tried.isEmpty() || candidates == 1;
    }
}
