package io.eastwest.routing.question;

import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The workloads that decide alone as long as all of them are up.
 *
 * <p>Why this is safe: when every host of priority 0 is healthy, its health is 140 % and more than the whole load, so it gets
 * all of it and nothing panics, whatever becomes of worse priorities. The hosts that are picked answer, so nothing is retried.
 */
final class NearestHosts {
    private NearestHosts() {}

    /** {@return the workloads of priority 0 of all clusters; empty: it cannot be said that they decide alone} */
    static Optional<Set<String>> of(Decision decision, Set<String> down) {
        if (!decision.share(Outcome.Kind.REFUSED).isZero()) {
            return Optional.empty();
        }
        Set<String> owners = new LinkedHashSet<>();
        for (ClusterShare share : decision.firstLeg().clusters()) {
            Optional<Cluster> cluster = share.cluster();
            if (cluster.isEmpty() || !isBalanced(cluster.get())) {
                return Optional.empty();
            }
            List<LbEndpoint> best = best(cluster.get());
            boolean alone = !best.isEmpty()
                    && best.stream()
                            .allMatch(host -> host.health() == EndpointHealth.HEALTHY
                                    && host.gateway().isEmpty()
                                    && host.owner()
                                            .filter(owner -> !down.contains(owner))
                                            .isPresent());
            if (!alone) {
                return Optional.empty();
            }
            best.forEach(host -> host.owner().ifPresent(owners::add));
        }
        decision.endpoints().forEach(target -> target.hops().forEach(hop -> owners.add(hop.proxy())));
        return Share.sum(decision.firstLeg().endpoints().stream()
                                .filter(target -> target.priority() > 0)
                                .map(target -> target.share())
                                .toList())
                        .isZero()
                ? Optional.of(owners)
                : Optional.empty();
    }

    private static boolean isBalanced(Cluster cluster) {
        return cluster.type() != ClusterType.ORIGINAL_DST && cluster.type() != ClusterType.DYNAMIC_FORWARD_PROXY;
    }

    /** {@return hosts of priority 0; one that is listed twice counts where it is first} */
    private static List<LbEndpoint> best(Cluster cluster) {
        Set<String> seen = new LinkedHashSet<>();
        List<LbEndpoint> best = new ArrayList<>();
        for (LocalityEndpoints group : cluster.assignment()) {
            for (LbEndpoint endpoint : group.endpoints()) {
                if (seen.add(endpoint.address()) && group.priority() == 0) {
                    best.add(endpoint);
                }
            }
        }
        return best;
    }
}
