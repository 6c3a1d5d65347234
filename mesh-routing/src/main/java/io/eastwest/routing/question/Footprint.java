package io.eastwest.routing.question;

import io.eastwest.routing.Condition;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.view.DialledService;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything on the ways of a call that conditions can touch, so that two conditions which do the same to it need one answer.
 *
 * <p>Why this is safe: which clusters a sidecar or gateway chooses does not depend on conditions. Conditions are asked about
 * endpoints of these clusters, and behind the gateway of another network about the endpoints of the host in its SNI. So the
 * decision is a function of what is down among all of these, of the gateways, and of the conditions that are about networks.
 * Where the way is another one (ambient mode, a gateway inside of the mesh that routes
 * on), nothing is assumed and every condition counts.
 */
final class Footprint {
    private static final Footprint UNBOUNDED = new Footprint(false, false, Collections.emptySet(), Optional.empty());

    private final boolean bounded;
    private final boolean gateways;
    private final Set<String> owners;
    private final Optional<Set<String>> nearest;

    private Footprint(boolean bounded, boolean gateways, Set<String> owners, Optional<Set<String>> nearest) {
        this.bounded = bounded;
        this.gateways = gateways;
        this.owners = owners;
        this.nearest = nearest;
    }

    /**
     * What of some conditions the call can see.
     *
     * @param down workloads of the footprint that are down
     * @param seen conditions that count as they stand
     */
    record Effect(Set<String> down, Set<Condition> seen) {}

    static Footprint of(
            MeshRouter router, MeshPods pods, WorkloadInstance caller, Decision decision, FailureEffect base) {
        boolean envoy = decision.call().caller().outside() || caller.sidecar();
        if (!envoy || decision.firstLeg().endpoints().stream().anyMatch(Footprint::isTunnelled)) {
            return UNBOUNDED;
        }
        Set<String> owners = new LinkedHashSet<>();
        boolean gateways = false;
        for (ClusterShare share : decision.firstLeg().clusters()) {
            Optional<Cluster> cluster = share.cluster();
            if (cluster.isPresent()) {
                List<LbEndpoint> endpoints = cluster.get().assignment().stream()
                        .flatMap(group -> group.endpoints().stream())
                        .toList();
                if (endpoints.stream().anyMatch(Footprint::isTunnelled)) {
                    return UNBOUNDED;
                }
                endpoints.forEach(endpoint -> endpoint.owner().ifPresent(owners::add));
                if (endpoints.stream().anyMatch(endpoint -> endpoint.gateway().isPresent())) {
                    gateways = true;
                    cluster.get().tls().sni().ifPresent(sni -> addOwners(router, sni, owners));
                    addOwners(router, cluster.get().name(), owners);
                }
            }
        }
        for (TargetShare target : decision.firstLeg().endpoints()) {
            target.endpoint().owner().ifPresent(owners::add);
            DialledService.of(router.view(caller.cluster()), caller, target.endpoint())
                    .ifPresent(service ->
                            service.ready().forEach(pod -> pod.owner().ifPresent(owners::add)));
            DialledService.pod(router.view(caller.cluster()), caller, target.endpoint())
                    .ifPresent(pod -> owners.add(MeshPods.id(pod)));
        }
        if (owners.stream().flatMap(id -> pods.named(id).stream()).anyMatch(router::isGateway)) {
            return UNBOUNDED;
        }
        decision.endpoints().forEach(target -> target.hops().forEach(hop -> owners.add(hop.proxy())));
        if (gateways) {
            owners.addAll(pods.gateways());
        }
        return new Footprint(true, gateways, owners, NearestHosts.of(decision, base.down()));
    }

    /** {@return the failures that may change the decision} */
    BitSet touching(FailureIndex index, WorkloadInstance caller) {
        if (!bounded) {
            return index.touching(caller, Collections.emptySet(), true);
        }
        return nearest.isPresent()
                ? index.touching(caller, nearest.get(), false)
                : index.touching(caller, owners, gateways);
    }

    private static boolean isTunnelled(TargetShare target) {
        return isTunnelled(target.endpoint());
    }

    private static boolean isTunnelled(LbEndpoint endpoint) {
        return endpoint.tunnel() || endpoint.tunnelTarget().isPresent();
    }

    /** Adds all endpoints of a host as any control plane knows them, whatever their port or subset. */
    private static void addOwners(MeshRouter router, String name, Set<String> owners) {
        String host = SubsetKey.parse(name).host();
        for (String cluster : router.snapshot().clusters()) {
            for (MeshService service : router.view(cluster).servicesByHostname(host)) {
                for (ServiceEndpoint endpoint : router.view(cluster).endpoints(service)) {
                    endpoint.owner().ifPresent(owners::add);
                }
            }
        }
    }

    Effect effect(FailureEffect failure) {
        if (!bounded) {
            return new Effect(Collections.emptySet(), failure.conditions().all());
        }
        if (nearest.isPresent() && isUntouched(nearest.get(), failure)) {
            return new Effect(Collections.emptySet(), failure.others());
        }
        Set<String> down = new LinkedHashSet<>();
        if (failure.down().size() < owners.size()) {
            failure.down().stream().filter(owners::contains).forEach(down::add);
        } else {
            owners.stream().filter(failure.down()::contains).forEach(down::add);
        }
        Set<Condition> seen = new LinkedHashSet<>(failure.others());
        if (gateways) {
            seen.addAll(failure.gateways());
        }
        return new Effect(down, seen);
    }

    private static boolean isUntouched(Set<String> hosts, FailureEffect failure) {
        return hosts.stream().noneMatch(failure.down()::contains);
    }
}
