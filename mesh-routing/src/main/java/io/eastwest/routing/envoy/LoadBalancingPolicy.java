package io.eastwest.routing.envoy;

/** Load balancing policy of a cluster. */
public sealed interface LoadBalancingPolicy {
    /** {@return Envoy's name of the policy} */
    String name();

    /**
     * A policy without parameters.
     *
     * @param name ROUND_ROBIN, LEAST_REQUEST, RANDOM or CLUSTER_PROVIDED
     */
    record Simple(String name) implements LoadBalancingPolicy {}

    /**
     * Ring hash.
     *
     * @param minimumRingSize minimum ring size
     */
    record RingHash(long minimumRingSize) implements LoadBalancingPolicy {
        @Override
        public String name() {
            return "RING_HASH";
        }
    }

    /**
     * Maglev.
     *
     * @param tableSize table size, a prime
     */
    record Maglev(long tableSize) implements LoadBalancingPolicy {
        @Override
        public String name() {
            return "MAGLEV";
        }
    }
}
