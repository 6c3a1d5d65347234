package io.eastwest.routing.platform;

import io.eastwest.model.topology.AllDownPolicy;
import io.eastwest.model.topology.GlobalLoadBalancer;
import io.eastwest.model.topology.GlobalMethod;
import io.eastwest.model.topology.GlobalPoolMember;
import io.eastwest.model.topology.LocalTrafficManager;
import io.eastwest.model.topology.PlatformTopology;
import io.eastwest.model.topology.RouterMember;
import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The ways that requests take from global DNS to the routers of clusters. */
final class EntryPaths {
    private final PlatformTopology platform;
    private final PlatformRequest request;
    private final PlatformOutage outage;
    private final EntryProbes probes;

    EntryPaths(PlatformTopology platform, PlatformRequest request, PlatformOutage outage, EntryProbes probes) {
        this.platform = platform;
        this.request = request;
        this.outage = outage;
        this.probes = probes;
    }

    /**
     * One way.
     *
     * @param site load balancer of the site
     * @param member routers of the cluster
     * @param share exact share of all requests
     */
    record Way(LocalTrafficManager site, RouterMember member, Share share) {}

    /** A site and its place in the pool. */
    private record Candidate(GlobalPoolMember place, LocalTrafficManager site) {}

    /** {@return all ways that get something; shares that get nowhere are told as losses} */
    List<Way> ways(List<EntryLoss> losses) {
        GlobalLoadBalancer balancer = platform.gslb().stream()
                .filter(each -> each.host().equals(request.host()))
                .findFirst()
                .orElse(null);
        if (balancer == null) {
            losses.add(loss(EntryLoss.Cause.NO_ADDRESS, "global DNS does not know " + request.host(), Share.ONE));
            return List.of();
        }
        List<Candidate> chosen = chosen(balancer);
        if (chosen.isEmpty()) {
            losses.add(loss(EntryLoss.Cause.NO_ADDRESS, "no site is up, and global DNS answers none then", Share.ONE));
        }
        boolean ratio = balancer.method().orElse(GlobalMethod.ROUND_ROBIN) == GlobalMethod.RATIO;
        ToLongFunction<Candidate> weight = each -> ratio ? each.place().ratio().orElse(1) : 1;
        long sum = chosen.stream().mapToLong(weight).sum();
        List<Way> ways = new ArrayList<>();
        for (Candidate each : chosen) {
            through(each.site(), Share.of(weight.applyAsLong(each), sum), ways, losses);
        }
        return ways;
    }

    private List<Candidate> chosen(GlobalLoadBalancer balancer) {
        GlobalMethod method = balancer.method().orElse(GlobalMethod.ROUND_ROBIN);
        List<Candidate> all = candidates(balancer).stream()
                .filter(each ->
                        method != GlobalMethod.RATIO || each.place().ratio().orElse(1) > 0)
                .toList();
        List<Candidate> up = all.stream()
                .filter(each -> !outage.detected()
                        || balancer.probe()
                                .map(probe -> probes.passes(each.site(), probe.level()))
                                .orElse(true))
                .toList();
        if (up.isEmpty() && balancer.whenAllDown().orElse(AllDownPolicy.RETURN_ALL) == AllDownPolicy.RETURN_ALL) {
            up = all;
        }
        return switch (method) {
            case ROUND_ROBIN, RATIO -> up;
            case ACTIVE_STANDBY -> {
                int best = up.stream()
                        .mapToInt(each -> each.place().priority().orElse(0))
                        .min()
                        .orElse(0);
                yield up.stream()
                        .filter(each -> each.place().priority().orElse(0) == best)
                        .toList();
            }
            case TOPOLOGY -> {
                List<Candidate> near = up.stream()
                        .filter(each -> each.site()
                                .region()
                                .filter(request.region()::equals)
                                .isPresent())
                        .toList();
                yield near.isEmpty() ? up : near;
            }
        };
    }

    private List<Candidate> candidates(GlobalLoadBalancer balancer) {
        List<Candidate> candidates = new ArrayList<>();
        for (GlobalPoolMember place : balancer.pool()) {
            platform.ltm().stream()
                    .filter(site -> site.name().equals(place.ltm()))
                    .findFirst()
                    .ifPresent(site -> candidates.add(new Candidate(place, site)));
        }
        return candidates;
    }

    private void through(LocalTrafficManager site, Share share, List<Way> ways, List<EntryLoss> losses) {
        if (!probes.isUp(site)) {
            losses.add(loss(EntryLoss.Cause.SITE_DOWN, "load balancer " + site.name() + " does not answer", share));
            return;
        }
        List<RouterMember> members = probes.members(site);
        long sum =
                members.stream().mapToLong(member -> member.ratio().orElse(1)).sum();
        if (members.isEmpty()) {
            losses.add(
                    loss(EntryLoss.Cause.NO_ROUTER, "no router behind load balancer " + site.name() + " is up", share));
        }
        for (RouterMember member : members) {
            ways.add(new Way(site, member, share.times(Share.of(member.ratio().orElse(1), sum))));
        }
    }

    private static EntryLoss loss(EntryLoss.Cause cause, String detail, Share share) {
        return new EntryLoss(cause, "", detail, share);
    }
}
