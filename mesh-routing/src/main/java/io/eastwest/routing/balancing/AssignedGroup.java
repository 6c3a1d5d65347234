package io.eastwest.routing.balancing;

import java.util.List;
import java.util.OptionalLong;

/**
 * The endpoints of one locality and priority, with the weight of the locality.
 *
 * @param placement locality and priority
 * @param weight weight of the locality within its priority, 0 to 4294967295; empty if none was sent. Read only when localities
 *     are weighted
 * @param endpoints in the order of the assignment
 */
public record AssignedGroup(Placement placement, OptionalLong weight, List<AssignedEndpoint> endpoints) {
    /**
     * Copies the list and checks the weight.
     *
     * @param placement locality and priority
     * @param weight weight of the locality within its priority
     * @param endpoints in the order of the assignment
     * @throws IllegalArgumentException if the weight is not within 0 to 4294967295
     */
    public AssignedGroup {
        long value = weight.orElse(0);
        if (value < 0 || value > AssignedEndpoint.LARGEST_WEIGHT) {
            throw new IllegalArgumentException(
                    "weight of " + placement.locality() + " must be within 0 to 4294967295 but was " + value);
        }
        endpoints = List.copyOf(endpoints);
    }
}
