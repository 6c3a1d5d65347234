package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.Maglev;
import io.eastwest.model.istio.networking.RingHash;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.WarmupConfiguration;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.WarmUp;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The load balancing policy of a cluster. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_traffic_policy.go:applyLoadBalancer, ApplyRingHashLoadBalancer}.
 *
 * @param policy the policy
 * @param warmUp warm-up of new endpoints; empty: none
 */
record BalancerChoice(LoadBalancingPolicy policy, Optional<WarmUp> warmUp) {
    static final LoadBalancingPolicy CLUSTER_PROVIDED = new LoadBalancingPolicy.Simple("CLUSTER_PROVIDED");
    static final LoadBalancingPolicy ROUND_ROBIN = new LoadBalancingPolicy.Simple("ROUND_ROBIN");

    private static final LoadBalancingPolicy LEAST_REQUEST = new LoadBalancingPolicy.Simple("LEAST_REQUEST");
    private static final LoadBalancingPolicy RANDOM = new LoadBalancingPolicy.Simple("RANDOM");
    private static final long RING_SIZE = 1024;
    private static final long MAGLEV_SIZE = 65537;
    private static final double LINEAR = 1;
    private static final double MINIMUM_PERCENT = 10;

    static BalancerChoice of(Optional<LoadBalancerSettings> settings) {
        return settings.map(BalancerChoice::of).orElseGet(() -> without(LEAST_REQUEST));
    }

    private static BalancerChoice of(LoadBalancerSettings settings) {
        if (settings.consistentHash().isPresent()) {
            return without(hash(settings.consistentHash().get()));
        }
        return switch (settings.simple().orElse(SimpleLoadBalancer.UNSPECIFIED)) {
            case UNSPECIFIED, LEAST_CONN, LEAST_REQUEST -> new BalancerChoice(LEAST_REQUEST, warmUp(settings));
            case ROUND_ROBIN -> new BalancerChoice(ROUND_ROBIN, warmUp(settings));
            case RANDOM -> without(RANDOM);
            case PASSTHROUGH -> without(CLUSTER_PROVIDED);
        };
    }

    private static BalancerChoice without(LoadBalancingPolicy policy) {
        return new BalancerChoice(policy, Optional.empty());
    }

    private static LoadBalancingPolicy hash(ConsistentHash hash) {
        if (hash.maglev().isPresent()) {
            return new LoadBalancingPolicy.Maglev(
                    size(hash.maglev().map(Maglev::tableSize).orElseThrow(), MAGLEV_SIZE));
        }
        return new LoadBalancingPolicy.RingHash(
                size(hash.ringHash().map(RingHash::minimumRingSize).orElseGet(hash::minimumRingSize), RING_SIZE));
    }

    private static long size(OptionalLong size, long unset) {
        return size.orElse(0) == 0 ? unset : size.orElse(unset);
    }

    private static Optional<WarmUp> warmUp(LoadBalancerSettings settings) {
        return settings.warmup()
                .map(BalancerChoice::growth)
                .or(() -> settings.warmupDurationSecs().map(window -> new WarmUp(window, LINEAR, MINIMUM_PERCENT)));
    }

    private static WarmUp growth(WarmupConfiguration settings) {
        return new WarmUp(
                settings.duration(),
                settings.aggression().orElse(LINEAR),
                settings.minimumPercent().orElse(MINIMUM_PERCENT));
    }
}
