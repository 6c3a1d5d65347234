package io.eastwest.routing.cluster;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of weights that a hash ring or maglev table can be made of: at most 2^32 - 1 for the endpoints of a locality and for the
 * localities of a priority, and without locality weights for the endpoints of a priority. Envoy does not make the ring of larger ones,
 * and goes on with the one that it has; other balancers take any sum.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/thread_aware_lb_impl.cc:normalizeHostWeights,
 * normalizeLocalityWeights.
 */
final class HashWeights {
    private static final long LARGEST = 0xFFFF_FFFFL;

    private HashWeights() {}

    /**
     * Checks the sums of a cluster.
     *
     * @param cluster the cluster as sent
     * @throws UnsupportedFeatureException if Envoy cannot make its ring or table
     */
    static void require(Cluster cluster) {
        LoadBalancingPolicy policy = cluster.loadBalancing();
        if (!(policy instanceof LoadBalancingPolicy.RingHash || policy instanceof LoadBalancingPolicy.Maglev)) {
            return;
        }
        Map<Integer, Long> priorities = new TreeMap<>();
        for (LocalityEndpoints group : cluster.assignment()) {
            long endpoints = sum(group.endpoints());
            long weight = endpoints;
            if (cluster.localityWeighted()) {
                check(cluster, "endpoints of locality \"" + group.locality() + "\"", endpoints);
                weight = group.weight().orElse(0);
            }
            priorities.merge(group.priority(), weight, Long::sum);
        }
        priorities.forEach((priority, sum) -> check(
                cluster, (cluster.localityWeighted() ? "localities" : "endpoints") + " of priority " + priority, sum));
    }

    /** Endpoints that were sent as unhealthy have no place in a ring. */
    private static long sum(Collection<LbEndpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.health() == EndpointHealth.HEALTHY)
                .mapToLong(LbEndpoint::weight)
                .sum();
    }

    private static void check(Cluster cluster, String what, long sum) {
        if (sum > LARGEST) {
            throw new UnsupportedFeatureException(cluster.name() + ": the weights of the " + what + " add up to " + sum
                    + ", but Envoy makes a hash ring or table of at most " + LARGEST
                    + " and keeps the one that it has");
        }
    }
}
