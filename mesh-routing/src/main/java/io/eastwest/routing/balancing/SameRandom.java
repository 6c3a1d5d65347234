package io.eastwest.routing.balancing;

/**
 * Places of a list that are chosen by the remainder of the very number whose remainder modulo 100 chose the priority.
 *
 * <p>Within one period, the least common multiple of 100 and the number of places, each combination of remainders that can occur
 * occurs once. The number has 64 bits; that 2^64 is no multiple of the period is neglected (less than 1e-10 of a share).
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/random/random_lb.cc:peekOrChoose.
 */
final class SameRandom {
    private final long[] hits;
    private final long period;

    private SameRandom(long[] hits, long period) {
        this.hits = hits;
        this.period = period;
    }

    /**
     * {@return the odds of places}
     *
     * @param size number of places
     * @param before load of the better priorities in percent
     * @param load load of this priority in percent
     */
    static SameRandom of(int size, int before, int load) {
        int common = gcd(size, PriorityLoad.WHOLE);
        long[] hits = new long[common];
        for (int remainder = before; remainder < before + load; remainder++) {
            hits[remainder % common]++;
        }
        return new SameRandom(hits, (long) size / common * PriorityLoad.WHOLE);
    }

    /** {@return how many numbers of a period choose both the priority and this place} */
    long hits(int place) {
        return hits[place % hits.length];
    }

    /** {@return how many numbers there are in a period} */
    long period() {
        return period;
    }

    /** {@return the share of a place in the traffic to the cluster} */
    Share share(int place) {
        return Share.of(hits(place), period);
    }

    static int gcd(int left, int right) {
        return right == 0 ? left : gcd(right, left % right);
    }
}
