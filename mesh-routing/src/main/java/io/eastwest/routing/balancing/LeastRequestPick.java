package io.eastwest.routing.balancing;

import java.util.Optional;
import java.util.function.Function;

/**
 * The host with fewer requests of two that were drawn; a weighted schedule when weights differ. The default of Istio.
 *
 * @param slowStart warm-up of new hosts; empty means none
 */
public record LeastRequestPick(Optional<SlowStart> slowStart) implements HostSelection {
    /** {@return the pick without warm-up} */
    public static LeastRequestPick withoutSlowStart() {
        return new LeastRequestPick(Optional.empty());
    }

    @Override
    public <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev) {
        return leastRequest.apply(this);
    }
}
