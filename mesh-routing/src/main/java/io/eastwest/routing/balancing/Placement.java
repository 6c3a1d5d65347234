package io.eastwest.routing.balancing;

/**
 * Where an endpoint stands in an assignment. Envoy keeps one locality weight per placement.
 *
 * @param locality the locality
 * @param priority 0 is the best; 0 to 128
 */
public record Placement(LocalityName locality, int priority) {
    private static final int LOWEST = 128;

    /**
     * Checks the priority.
     *
     * @param locality the locality
     * @param priority 0 is the best
     * @throws IllegalArgumentException if the priority is not within 0 to 128, the range Envoy accepts
     */
    public Placement {
        if (priority < 0 || priority > LOWEST) {
            throw new IllegalArgumentException("priority must be within 0 to 128 but was " + priority);
        }
    }
}
