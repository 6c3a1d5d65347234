package io.eastwest.routing.balancing;

import java.util.function.Function;

/**
 * The next host on a ring of hashes.
 *
 * @param minimumSize least number of entries on the ring, 1 to 8388608
 */
public record RingHashPick(long minimumSize) implements HostSelection {
    /** Size of a ring when none is set, or 0 is. */
    public static final long DEFAULT_SIZE = 1024;

    /** Largest ring that Envoy builds. */
    public static final long LARGEST_SIZE = 8_388_608;

    /**
     * Checks the size.
     *
     * @param minimumSize least number of entries on the ring
     * @throws IllegalArgumentException if the size is not within 1 to 8388608; Envoy rejects such a cluster
     */
    public RingHashPick {
        if (minimumSize < 1 || minimumSize > LARGEST_SIZE) {
            throw new IllegalArgumentException("minimum ring size must be within 1 to 8388608 but was " + minimumSize);
        }
    }

    /** {@return a ring of at least 1024 entries} */
    public static RingHashPick ofDefaultSize() {
        return new RingHashPick(DEFAULT_SIZE);
    }

    @Override
    public <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev) {
        return ringHash.apply(this);
    }
}
