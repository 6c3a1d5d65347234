package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.AssignedEndpoint;
import io.eastwest.routing.balancing.AssignedGroup;
import io.eastwest.routing.balancing.Assignment;
import io.eastwest.routing.balancing.Balancer;
import io.eastwest.routing.balancing.BalancingReport;
import io.eastwest.routing.balancing.BalancingSettings;
import io.eastwest.routing.balancing.Distribution;
import io.eastwest.routing.balancing.HostHealth;
import io.eastwest.routing.balancing.HostSelection;
import io.eastwest.routing.balancing.LeastRequestPick;
import io.eastwest.routing.balancing.LocalityName;
import io.eastwest.routing.balancing.MaglevPick;
import io.eastwest.routing.balancing.PanicThreshold;
import io.eastwest.routing.balancing.Placement;
import io.eastwest.routing.balancing.RandomPick;
import io.eastwest.routing.balancing.RetryRule;
import io.eastwest.routing.balancing.RingHashPick;
import io.eastwest.routing.balancing.RoundRobinPick;
import io.eastwest.routing.balancing.SlowStart;
import io.eastwest.routing.balancing.UpstreamState;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A cluster in the terms of the balancer, made once; distributions are kept by condition. Thread-safe. */
final class ClusterBalance {
    private static final int KEPT_CONDITIONS = 64;

    private final Cluster cluster;
    private final Assignment assignment;
    private final BalancingSettings settings;
    private final HostIndex endpoints;
    private final ConcurrentHashMap<EndpointConditions, Distribution> distributions = new ConcurrentHashMap<>();

    ClusterBalance(Cluster cluster) {
        this.cluster = cluster;
        this.endpoints = new HostIndex(cluster);
        assignment = new Assignment(
                cluster.assignment().stream().map(ClusterBalance::group).toList());
        settings = new BalancingSettings(
                selection(cluster),
                cluster.panicThreshold().orElse(PanicThreshold.ENVOY_DEFAULT),
                cluster.localityWeighted());
    }

    private static AssignedGroup group(LocalityEndpoints group) {
        List<AssignedEndpoint> hosts = group.endpoints().stream()
                .map(endpoint -> new AssignedEndpoint(HostIndex.name(endpoint), endpoint.weight(), health(endpoint)))
                .toList();
        LocalityName locality = new LocalityName(group.region(), group.zone(), group.subzone());
        return new AssignedGroup(new Placement(locality, group.priority()), group.weight(), hosts);
    }

    private static HostHealth health(LbEndpoint endpoint) {
        return switch (endpoint.health()) {
            case HEALTHY -> HostHealth.HEALTHY;
            case UNHEALTHY -> HostHealth.UNHEALTHY;
            case DRAINING -> HostHealth.DRAINING;
        };
    }

    private static HostSelection selection(Cluster cluster) {
        LoadBalancingPolicy policy = cluster.loadBalancing();
        if (policy instanceof LoadBalancingPolicy.RingHash ring) {
            return new RingHashPick(ring.minimumRingSize());
        }
        if (policy instanceof LoadBalancingPolicy.Maglev maglev) {
            return new MaglevPick(Math.toIntExact(maglev.tableSize()));
        }
        return switch (policy.name()) {
            case "RANDOM" -> new RandomPick();
            case "ROUND_ROBIN" -> new RoundRobinPick(slowStart(cluster));
            default -> new LeastRequestPick(slowStart(cluster));
        };
    }

    /** An aggression that is none counts as 1. Mirrors envoy {@code load_balancer_impl.cc:applySlowStartFactor}. */
    private static Optional<SlowStart> slowStart(Cluster cluster) {
        return cluster.slowStart()
                .filter(warmUp -> warmUp.window().toMillis() > 0)
                .map(warmUp -> new SlowStart(
                        warmUp.window(), warmUp.aggression() > 0 ? warmUp.aggression() : 1, warmUp.minimumPercent()));
    }

    /** {@return whether the endpoint follows from a hash of the request} */
    boolean isConsistentHash() {
        return settings.selection().isConsistentHash();
    }

    /** {@return the endpoint of an address, if the assignment has it} */
    LbEndpoint endpoint(String address) {
        return endpoints
                .find(address)
                .orElseGet(() ->
                        LbEndpoint.builder().address(address).mutualTls(false).build());
    }

    /** {@return where calls go; without a hash a consistent hash spreads them as random hashes do} */
    ClusterPick pick(EndpointConditions conditions, OptionalLong hash) {
        Distribution all = distribution(conditions);
        boolean hashed = all.isConsistentHash() && hash.isPresent();
        Distribution distribution = hashed ? all.given(hash.getAsLong()) : all;
        List<ClusterPick.Target> targets = distribution.shares().stream()
                .map(share -> new ClusterPick.Target(
                        endpoint(share.address()), share.placement().priority(), share.share()))
                .toList();
        return new ClusterPick(targets, distribution.refused());
    }

    /** {@return where a try goes after others have failed} */
    EndpointDraw retry(EndpointConditions conditions, OptionalLong hash, RetryRule rule, List<LbEndpoint> attempted) {
        List<String> tried = attempted.stream().map(HostIndex::name).toList();
        Distribution all = attempted.isEmpty()
                ? distribution(conditions)
                : Balancer.retry(assignment, settings, state(conditions), rule, tried);
        boolean hashed = all.isConsistentHash() && hash.isPresent();
        Distribution distribution = hashed ? all.given(hash.getAsLong()) : all;
        List<EndpointDraw.Target> targets = distribution.shares().stream()
                .map(share -> new EndpointDraw.Target(
                        endpoint(share.address()), share.placement().priority(), share.share()))
                .toList();
        return new EndpointDraw(targets, distribution.refused());
    }

    private UpstreamState state(EndpointConditions conditions) {
        List<String> ejected = conditions.unhealthy(cluster, endpoints.all()).stream()
                .map(HostIndex::name)
                .toList();
        UpstreamState state = UpstreamState.idle().withEjected(ejected);
        return cluster.slowStart().isEmpty() ? state : state.withAges(ages(conditions));
    }

    private Map<String, Duration> ages(EndpointConditions conditions) {
        Map<String, Duration> ages = new LinkedHashMap<>();
        for (LbEndpoint endpoint : endpoints.all()) {
            conditions.age(endpoint).ifPresent(age -> ages.put(HostIndex.name(endpoint), age));
        }
        return ages;
    }

    /** {@return how the shares come about} */
    BalancingReport report(EndpointConditions conditions) {
        return distribution(conditions).report();
    }

    private Distribution distribution(EndpointConditions conditions) {
        Distribution known = distributions.get(conditions);
        if (known != null) {
            return known;
        }
        Distribution made = Balancer.distribute(assignment, settings, state(conditions));
        if (distributions.size() >= KEPT_CONDITIONS) {
            distributions.clear();
        }
        distributions.put(conditions, made);
        return made;
    }
}
