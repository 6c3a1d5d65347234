package io.eastwest.routing.balancing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Weights of the candidates of a schedule: least request and round robin.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/common/load_balancer_impl.cc:EdfLoadBalancerBase and
 * least_request/least_request_lb.cc:hostWeight. Envoy's weights are doubles; these are exact.
 */
final class HostWeights {
    private final UpstreamState state;
    private final Optional<SlowStart> slowStart;
    private final boolean requestsCount;
    private final boolean warming;

    private HostWeights(UpstreamState state, Optional<SlowStart> slowStart, boolean requestsCount) {
        this.state = state;
        this.slowStart = slowStart;
        this.requestsCount = requestsCount;
        this.warming = slowStart
                .filter(rule -> state.ages().values().stream().anyMatch(rule::isWarming))
                .isPresent();
    }

    static HostWeights leastRequest(LeastRequestPick pick, UpstreamState state) {
        return new HostWeights(state, pick.slowStart(), true);
    }

    static HostWeights roundRobin(RoundRobinPick pick, UpstreamState state) {
        return new HostWeights(state, pick.slowStart(), false);
    }

    /** {@return whether hosts are picked by a schedule of weights} */
    boolean isWeighted(List<ClusterHost> hosts) {
        return warming
                || hosts.stream()
                                .mapToLong(ClusterHost::weight)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** {@return the proportions of a schedule, which add up to one} */
    List<Share> shares(List<ClusterHost> hosts) {
        List<Share> weights = hosts.stream().map(this::weight).toList();
        Share total = Share.sum(weights);
        return weights.stream().map(weight -> weight.dividedBy(total)).toList();
    }

    private Share weight(ClusterHost host) {
        long requests = requestsCount ? state.activeRequests().getOrDefault(host.address(), 0L) : 0;
        Share weight = Share.of(host.weight(), Math.addExact(requests, 1));
        Duration age = state.ages().get(host.address());
        if (!warming || age == null || !host.healthy()) {
            return weight;
        }
        return slowStart.map(rule -> weight.times(rule.factor(age))).orElse(weight);
    }
}
