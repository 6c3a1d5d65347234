package io.eastwest.routing.endpoints;

/** Arithmetic of weights, which are unsigned 32 bit numbers that stop at their largest value. */
final class Weights {
    private static final long LARGEST = 0xffff_ffffL;

    private Weights() {}

    static long sum(long one, long other) {
        return Math.min(one + other, LARGEST);
    }

    /** Mirrors istio 1.30.3 {@code pilot/pkg/xds/endpoints/ep_filters.go:scaleEndpointLBWeight}. */
    static long scaled(long weight, long factor) {
        if (weight == 0) {
            return factor;
        }
        return weight < LARGEST / factor ? weight * factor : LARGEST;
    }

    /** {@return the sum as Go computes it, without the stop} */
    static long wrappedSum(long one, long other) {
        return (one + other) & LARGEST;
    }
}
