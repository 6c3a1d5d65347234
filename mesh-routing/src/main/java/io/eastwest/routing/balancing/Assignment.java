package io.eastwest.routing.balancing;

import java.util.List;

/**
 * All endpoints of one cluster as the control plane sent them.
 *
 * @param groups in the order sent; the order decides which of two entries with the same address counts
 */
public record Assignment(List<AssignedGroup> groups) {
    /**
     * Copies the list.
     *
     * @param groups in the order sent
     */
    public Assignment {
        groups = List.copyOf(groups);
    }
}
