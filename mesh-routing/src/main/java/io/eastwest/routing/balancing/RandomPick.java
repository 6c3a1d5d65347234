package io.eastwest.routing.balancing;

import java.util.function.Function;

/** A host by the random number that also chose the priority; weights of hosts are ignored. */
public record RandomPick() implements HostSelection {

    @Override
    public <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev) {
        return random.apply(this);
    }
}
