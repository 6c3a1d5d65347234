package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.Hop;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.ClusterShare;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Says that calls, or copies of them, get to a cluster or workload. */
final class ShouldNotReach {
    private final BiPredicate<String, String> isMeant;
    private final Set<String> reached = new LinkedHashSet<>();

    private ShouldNotReach(BiPredicate<String, String> isMeant) {
        this.isMeant = isMeant;
    }

    static Optional<Failure> shouldNotReachCluster(Decision decision, String cluster) {
        return new ShouldNotReach((owner, address) -> owner.startsWith(cluster + "/"))
                .check(decision, "never to reach cluster \"" + cluster + "\"");
    }

    static Optional<Failure> shouldNotReach(Decision decision, String workload) {
        return new ShouldNotReach(new WorkloadName(workload)::means)
                .check(decision, "never to reach \"" + workload + "\"");
    }

    private Optional<Failure> check(Decision decision, String expected) {
        decision.endpoints().forEach(this::follow);
        decision.firstLeg().mirrors().forEach(this::copies);
        return reached.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(expected, "it may:" + Found.lines(reached, line -> line)));
    }

    private void follow(EndpointTarget target) {
        for (Hop hop : target.hops()) {
            if (hop.kind() == Hop.Kind.EAST_WEST_GATEWAY && isMeant.test(hop.proxy(), hop.address())) {
                reached.add("passes gateway " + hop.proxy() + " at " + hop.address());
            }
        }
        if (isMeant.test(target.owner(), target.address())) {
            reached.add("is answered by " + target.owner() + " at " + target.address());
        }
    }

    private void copies(ClusterShare mirror) {
        List<LbEndpoint> endpoints = mirror.cluster().map(Cluster::assignment).orElse(List.of()).stream()
                .flatMap(locality -> locality.endpoints().stream())
                .toList();
        if (endpoints.isEmpty()) {
            reached.add("is copied to " + mirror.name() + ", whose endpoints are not known");
        }
        for (LbEndpoint endpoint : endpoints) {
            if (endpoint.gateway().isPresent()) {
                reached.add("is copied to " + mirror.name() + " through the gateway " + endpoint.address()
                        + "; copies are not followed further");
            } else if (isMeant.test(endpoint.owner().orElse(endpoint.address()), endpoint.address())) {
                reached.add(
                        "is copied to " + endpoint.owner().orElse(endpoint.address()) + " at " + endpoint.address());
            }
        }
    }
}
