package io.eastwest.routing.balancing;

import java.math.BigInteger;
import java.util.function.Function;

/**
 * The host in a slot of a permutation table.
 *
 * @param tableSize number of slots, a prime number of at most 5000011
 */
public record MaglevPick(int tableSize) implements HostSelection {
    /** Size of a table when none is set. */
    public static final int DEFAULT_SIZE = 65_537;

    /** Largest table that Envoy builds. */
    public static final int LARGEST_SIZE = 5_000_011;

    private static final int CERTAINTY = 50;

    /**
     * Checks the size.
     *
     * @param tableSize number of slots
     * @throws IllegalArgumentException if the size is not a prime number of at most 5000011; Envoy rejects such a cluster
     */
    public MaglevPick {
        if (tableSize < 2
                || tableSize > LARGEST_SIZE
                || !BigInteger.valueOf(tableSize).isProbablePrime(CERTAINTY)) {
            throw new IllegalArgumentException(
                    "table size must be a prime number of at most 5000011 but was " + tableSize);
        }
    }

    /** {@return a table of 65537 slots} */
    public static MaglevPick ofDefaultSize() {
        return new MaglevPick(DEFAULT_SIZE);
    }

    @Override
    public <R> R match(
            Function<LeastRequestPick, R> leastRequest,
            Function<RoundRobinPick, R> roundRobin,
            Function<RandomPick, R> random,
            Function<RingHashPick, R> ringHash,
            Function<MaglevPick, R> maglev) {
        return maglev.apply(this);
    }
}
