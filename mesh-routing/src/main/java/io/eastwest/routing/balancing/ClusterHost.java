package io.eastwest.routing.balancing;

/**
 * One host after ingest.
 *
 * @param endpoint address and weight
 * @param placement locality and priority
 * @param healthy whether it may be picked without panic
 */
record ClusterHost(AssignedEndpoint endpoint, Placement placement, boolean healthy) {
    String address() {
        return endpoint.address();
    }

    long weight() {
        return endpoint.weight();
    }

    /** {@return whether it is left out of the number of hosts} */
    boolean excluded() {
        return endpoint.health() == HostHealth.DRAINING;
    }
}
