package io.eastwest.routing.platform;

import io.eastwest.model.topology.GlobalLoadBalancer;
import io.eastwest.model.topology.GlobalPoolMember;
import io.eastwest.model.topology.HealthProbe;
import io.eastwest.model.topology.PlatformTopology;
import java.time.Duration;
import java.util.List;

/**
 * The longest time that clients of a global name may meet something that is down. Resolvers that keep an answer longer than
 * they may are not in it.
 *
 * @param site until the slowest load balancer of a site has noticed; zero: none probes
 * @param global until global DNS has noticed; zero: it does not probe
 * @param ttl for which clients keep an answer of DNS
 */
public record FailoverTime(Duration site, Duration global, Duration ttl) {
    private static final Duration DEFAULT_TTL = Duration.ofSeconds(30);

    /** {@return the larger detection and the time to live of the answer} */
    public Duration total() {
        return (site.compareTo(global) > 0 ? site : global).plus(ttl);
    }

    static FailoverTime of(PlatformTopology platform, GlobalLoadBalancer balancer) {
        List<String> sites = balancer.pool().stream().map(GlobalPoolMember::ltm).toList();
        Duration slowest = platform.ltm().stream()
                .filter(site -> sites.contains(site.name()))
                .flatMap(site -> site.probe().stream())
                .map(HealthProbe::detection)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new FailoverTime(
                slowest,
                balancer.probe().map(HealthProbe::detection).orElse(Duration.ZERO),
                balancer.ttl().orElse(DEFAULT_TTL));
    }
}
