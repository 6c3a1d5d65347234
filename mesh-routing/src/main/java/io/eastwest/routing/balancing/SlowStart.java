package io.eastwest.routing.balancing;

import java.time.Duration;

/**
 * Warm-up of hosts that joined a short time ago: their weight starts small and grows.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/load_balancer_impl.cc:applySlowStartFactor. Envoy calculates
 * the factor with doubles; here it is exact for an aggression of 1 and the exact value of the double for any other.
 *
 * @param window how long a host counts as new, more than 0
 * @param aggression 1 is linear, larger values grow faster at first; more than 0. Istio sends 1 when it is unset
 * @param minimumPercent least share of its weight that a new host has, 0 to 100. Istio sends 10 when it is unset
 */
public record SlowStart(Duration window, double aggression, double minimumPercent) {
    private static final double DEFAULT_AGGRESSION = 1;
    private static final double DEFAULT_MINIMUM = 10;
    private static final Share HUNDREDTH = Share.of(1, 100);

    /**
     * Checks the ranges.
     *
     * @param window how long a host counts as new
     * @param aggression 1 is linear
     * @param minimumPercent least share of its weight that a new host has
     * @throws IllegalArgumentException if a value is out of range
     */
    public SlowStart {
        if (window.toMillis() < 1) {
            throw new IllegalArgumentException("slow start window must be 1 ms or more but was " + window);
        }
        if (!(aggression > 0)) {
            throw new IllegalArgumentException("aggression must be more than 0 but was " + aggression);
        }
        if (!(minimumPercent >= 0 && minimumPercent <= 100)) {
            throw new IllegalArgumentException("minimum percent must be within 0 to 100 but was " + minimumPercent);
        }
    }

    /**
     * {@return a linear warm-up that starts at 10 percent}
     *
     * @param window how long a host counts as new
     */
    public static SlowStart of(Duration window) {
        return new SlowStart(window, DEFAULT_AGGRESSION, DEFAULT_MINIMUM);
    }

    /**
     * {@return whether a host of this age keeps its cluster in slow start; the end of the window still does}
     *
     * @param age time since the host joined
     */
    public boolean isWarming(Duration age) {
        return age.toMillis() <= window.toMillis();
    }

    /**
     * {@return the factor on the weight of a host, more than 0 and at most 1}
     *
     * @param age time since the host joined
     */
    public Share factor(Duration age) {
        long millis = Math.max(1, age.toMillis());
        long length = window.toMillis();
        if (millis >= length) {
            return Share.ONE;
        }
        Share grown = aggression == 1
                ? Share.of(millis, length)
                : Share.ofDouble(Math.pow((double) millis / length, 1 / aggression));
        Share least = Share.ofDouble(minimumPercent).times(HUNDREDTH);
        return grown.compareTo(least) > 0 ? grown : least;
    }
}
