package io.eastwest.routing.balancing;

/**
 * The hosts of one locality within a priority.
 *
 * @param locality the locality
 * @param weight its weight, 0 if none was sent
 * @param hosts its hosts
 */
record LocalityHosts(LocalityName locality, long weight, HostGroup hosts) {
    private static final Share OVERPROVISIONING = Share.of(7, 5);

    /**
     * {@return the weight shrunk by missing health: weight x min(1, 1.4 x healthy / hosts)}
     *
     * <p>Mirrors envoy source/extensions/load_balancing_policies/common/locality_wrr.cc:effectiveLocalityWeight, where it is a
     * double.
     */
    Share effectiveWeight() {
        if (hosts.counted() == 0) {
            return Share.ZERO;
        }
        Share available = OVERPROVISIONING.times(Share.of(hosts.healthy().size(), hosts.counted()));
        Share factor = available.compareTo(Share.ONE) < 0 ? available : Share.ONE;
        return Share.of(weight, 1).times(factor);
    }
}
