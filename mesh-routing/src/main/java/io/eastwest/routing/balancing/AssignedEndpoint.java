package io.eastwest.routing.balancing;

/**
 * One endpoint of an assignment.
 *
 * @param address what tells hosts apart and what is hashed: {@code 10.0.0.1:8080}, {@code [2001:db8::1]:8080}, or
 *     {@code envoy://connect_originate/10.0.0.1:8080} for an endpoint behind HBONE
 * @param weight relative weight, 1 to 4294967295
 * @param health as the control plane sent it
 */
public record AssignedEndpoint(String address, long weight, HostHealth health) {
    /** Largest weight that the protocol can carry. */
    static final long LARGEST_WEIGHT = 0xFFFF_FFFFL;

    /**
     * Checks the weight.
     *
     * @param address what tells hosts apart and what is hashed
     * @param weight relative weight
     * @param health as the control plane sent it
     * @throws IllegalArgumentException if the weight is not within 1 to 4294967295
     */
    public AssignedEndpoint {
        if (weight < 1 || weight > LARGEST_WEIGHT) {
            throw new IllegalArgumentException(
                    "weight of " + address + " must be within 1 to 4294967295 but was " + weight);
        }
    }

    /**
     * {@return a healthy endpoint of weight 1}
     *
     * @param address its address
     */
    public static AssignedEndpoint of(String address) {
        return new AssignedEndpoint(address, 1, HostHealth.HEALTHY);
    }
}
