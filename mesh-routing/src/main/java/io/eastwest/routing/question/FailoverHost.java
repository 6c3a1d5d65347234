package io.eastwest.routing.question;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint of a cluster as Envoy holds it, seen from a caller.
 *
 * @param endpoint the endpoint
 * @param priority its priority
 * @param locality its locality as sent
 * @param inside whether it is on the caller's side of the boundary
 * @param reachable whether the caller's network reaches it
 */
record FailoverHost(LbEndpoint endpoint, int priority, String locality, boolean inside, boolean reachable) {
    /** {@return the hosts of a cluster, each address once, in the order sent} */
    static List<FailoverHost> of(Cluster cluster, WorkloadInstance caller, MeshPods pods, FailoverBoundary boundary) {
        Set<String> seen = new LinkedHashSet<>();
        List<FailoverHost> hosts = new ArrayList<>();
        for (LocalityEndpoints group : cluster.assignment()) {
            for (LbEndpoint endpoint : group.endpoints()) {
                if (seen.add(endpoint.tunnel() + endpoint.address())) {
                    Optional<WorkloadInstance> owner = endpoint.owner().flatMap(pods::named);
                    boolean reachable = owner.isEmpty()
                            || isReachable(caller.network(), owner.get().network());
                    boolean inside = isInside(boundary, caller, endpoint, group, owner);
                    hosts.add(new FailoverHost(endpoint, group.priority(), group.locality(), inside, reachable));
                }
            }
        }
        return hosts;
    }

    private static boolean isReachable(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static boolean isInside(
            FailoverBoundary boundary,
            WorkloadInstance caller,
            LbEndpoint endpoint,
            LocalityEndpoints group,
            Optional<WorkloadInstance> owner) {
        return switch (boundary) {
            case LOCALITY -> group.locality().equals(MeshPods.locality(caller));
            case CLUSTER ->
                endpoint.gateway()
                        .map(gateway -> gateway.cluster().equals(caller.cluster()))
                        .orElseGet(() -> owner.filter(pod -> pod.cluster().equals(caller.cluster()))
                                .isPresent());
            case NETWORK ->
                endpoint.gateway()
                        .map(gateway -> gateway.network().equals(caller.network()))
                        .orElseGet(() -> owner.filter(pod -> isReachable(caller.network(), pod.network()))
                                .isPresent());
        };
    }

    boolean isHealthy() {
        return endpoint.health() == EndpointHealth.HEALTHY;
    }

    boolean isCounted() {
        return endpoint.health() != EndpointHealth.DRAINING;
    }

    boolean isOutside() {
        return !inside && reachable;
    }

    /** {@return that it does not answer} */
    Conditions down() {
        return endpoint.owner().map(Conditions::podDown).orElseGet(() -> Conditions.endpointDown(endpoint.address()));
    }

    /** {@return what hosts have in common that the balancer cannot tell apart} */
    String likeness() {
        return priority + " " + locality + " " + endpoint.weight();
    }
}
