package io.eastwest.routing.balancing;

import java.util.Optional;
import java.util.function.Function;

/**
 * One host after the other; a weighted schedule when weights differ.
 *
 * @param slowStart warm-up of new hosts; empty means none
 */
public record RoundRobinPick(Optional<SlowStart> slowStart) implements HostSelection {
    /** {@return the pick without warm-up} */
    public static RoundRobinPick withoutSlowStart() {
        return new RoundRobinPick(Optional.empty());
    }

    @Override
    public <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev) {
        return roundRobin.apply(this);
    }
}
