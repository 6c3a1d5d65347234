package io.eastwest.routing.parity;

import io.eastwest.routing.balancing.Share;

/** Whether a count of hits can come from a share: within 4.5 standard deviations; a share of nothing or all is exact. */
final class BinomialBound {
    private static final double DEVIATIONS = 4.5;

    private BinomialBound() {}

    static boolean holds(Share share, long hits, long requests) {
        if (share.isZero()) {
            return hits == 0;
        }
        if (share.equals(Share.ONE)) {
            return hits == requests;
        }
        if (requests == 1) {
            return true;
        }
        double chance = share.toDouble();
        double deviation = Math.sqrt(requests * chance * (1 - chance));
        return Math.abs(hits - requests * chance) <= DEVIATIONS * deviation;
    }
}
