package io.eastwest.routing.balancing;

import java.util.function.Function;

/** How a host is picked among the candidates of a priority. */
public sealed interface HostSelection permits LeastRequestPick, RoundRobinPick, RandomPick, RingHashPick, MaglevPick {
    /** {@return whether the pick follows a hash of the request} */
    default boolean isConsistentHash() {
        return this instanceof RingHashPick || this instanceof MaglevPick;
    }

    /**
     * {@return the result of the function for this kind of pick}
     *
     * @param leastRequest called for {@link LeastRequestPick}
     * @param roundRobin called for {@link RoundRobinPick}
     * @param random called for {@link RandomPick}
     * @param ringHash called for {@link RingHashPick}
     * @param maglev called for {@link MaglevPick}
     * @param <R> type of the result
     */
    <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev);
}
