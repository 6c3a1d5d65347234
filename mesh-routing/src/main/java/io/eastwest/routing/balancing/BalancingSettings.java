package io.eastwest.routing.balancing;

/**
 * What a cluster says about balancing.
 *
 * @param selection how a host is picked
 * @param panicThreshold share of healthy hosts in percent below which a priority panics, 0 to 100; see {@link PanicThreshold}
 * @param localityWeighted whether localities are picked by their weights first; Istio turns it on with {@code distribute},
 *     {@code failover} and {@code failoverPriority}
 */
public record BalancingSettings(HostSelection selection, int panicThreshold, boolean localityWeighted) {
    private static final BalancingSettings DEFAULTS =
            new BalancingSettings(LeastRequestPick.withoutSlowStart(), PanicThreshold.ENVOY_DEFAULT, false);

    /**
     * Checks the threshold.
     *
     * @param selection how a host is picked
     * @param panicThreshold share of healthy hosts in percent below which a priority panics
     * @param localityWeighted whether localities are picked by their weights first
     * @throws IllegalArgumentException if the threshold is not within 0 to 100
     */
    public BalancingSettings {
        if (panicThreshold < 0 || panicThreshold > 100) {
            throw new IllegalArgumentException("panic threshold must be within 0 to 100 but was " + panicThreshold);
        }
    }

    /** {@return least request, a panic threshold of 50, no locality weights: a cluster without a DestinationRule} */
    public static BalancingSettings defaults() {
        return DEFAULTS;
    }

    /**
     * {@return these settings with another pick}
     *
     * @param other how a host is picked
     */
    public BalancingSettings withSelection(HostSelection other) {
        return new BalancingSettings(other, panicThreshold, localityWeighted);
    }

    /**
     * {@return these settings with another panic threshold}
     *
     * @param percent 0 to 100
     */
    public BalancingSettings withPanicThreshold(int percent) {
        return new BalancingSettings(selection, percent, localityWeighted);
    }

    /**
     * {@return these settings with locality weights on or off}
     *
     * @param weighted whether localities are picked by their weights first
     */
    public BalancingSettings withLocalityWeighted(boolean weighted) {
        return new BalancingSettings(selection, panicThreshold, weighted);
    }
}
