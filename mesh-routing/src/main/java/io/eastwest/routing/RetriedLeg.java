package io.eastwest.routing;

import io.eastwest.routing.balancing.RetriedShares;
import io.eastwest.routing.balancing.RetryRule;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.proxy.EndpointDraw;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tries of calls to one cluster that are repeated when they fail: where all of them get, and how they end.
 *
 * <p>What a try at an endpoint comes to does not depend on earlier tries. Where the next try goes does, see {@link RetryRule}. The
 * cluster stays that of the first try. Mirrors envoy source/common/router/router.cc:doRetry.
 */
final class RetriedLeg {
    private static final int ISTIO_FREQUENCY = 2;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_DRAWS = 200;
    private static final String LIMIT_EXCEEDED = "URX";

    private final RetryPolicy policy;
    private final RetryTriggers triggers;
    private final Cluster cluster;
    private final BiFunction<RetryRule, List<LbEndpoint>, EndpointDraw> draws;
    private final Function<LbEndpoint, CallEvents.Part> follow;
    private final Share asideShare;
    private final Map<LbEndpoint, Visits> visits = new LinkedHashMap<>();
    private Share refused = Share.ZERO;
    private int followed;

    /** What becomes of tries at an endpoint, and how many get there. */
    private static final class Visits {
        private final CallEvents.Part part;
        private final Share of;
        private Share tries = Share.ZERO;
        private Share lastTries = Share.ZERO;

        Visits(CallEvents.Part part, Share of) {
            this.part = part;
            this.of = of;
        }

        /** {@return both: two destinations of a route may be one cluster} */
        private Visits and(Visits other) {
            List<EndpointTarget> answers = new ArrayList<>(part.answers());
            answers.addAll(other.part.answers());
            List<CallEnding> endings = new ArrayList<>(part.endings());
            endings.addAll(other.part.endings());
            List<CallVisit> all = new ArrayList<>(part.tries());
            all.addAll(other.part.tries());
            return new Visits(new CallEvents.Part(answers, endings, all), of.plus(other.of));
        }
    }

    /**
     * Makes the leg.
     *
     * @param policy how often tries are repeated
     * @param triggers which failures are repeated
     * @param cluster the cluster
     * @param draws where a try goes after others
     * @param follow what becomes of calls that get to an endpoint that no first try gets to
     * @param asideShare share of all calls that this is told for
     */
    RetriedLeg(
            RetryPolicy policy,
            RetryTriggers triggers,
            Cluster cluster,
            BiFunction<RetryRule, List<LbEndpoint>, EndpointDraw> draws,
            Function<LbEndpoint, CallEvents.Part> follow,
            Share asideShare) {
        this.policy = policy;
        this.triggers = triggers;
        this.cluster = cluster;
        this.draws = draws;
        this.follow = follow;
        this.asideShare = asideShare;
        this.followed = policy.attempts();
    }

    /**
     * Notes what became of the first tries at an endpoint.
     *
     * @param endpoint the endpoint
     * @param part what became of them
     * @param share their share of all calls
     */
    void first(LbEndpoint endpoint, CallEvents.Part part, Share share) {
        visits.merge(endpoint, new Visits(part, share), Visits::and);
    }

    /** {@return whether some first try is repeated} */
    boolean isNeeded() {
        return visits.values().stream()
                .anyMatch(visit -> visit.part.endings().stream().anyMatch(triggers::repeats));
    }

    /** {@return how many retries were followed; fewer than the policy permits when that would take too long} */
    int followed() {
        return followed;
    }

    /** {@return what all tries come to, instead of the first} */
    CallEvents.Part apply() {
        EndpointDraw first = draw(List.of());
        EndpointDraw.Target any = first.targets().get(0);
        Share all = visitsOf(any.endpoint()).of.dividedBy(any.share());
        if (isIndependent()) {
            independent(first);
        } else {
            dependent();
        }
        return part(all, first.refused());
    }

    /** {@return whether draws are independent of each other but for hosts that are avoided} */
    private boolean isIndependent() {
        return isFixed() || (!isHashed() && !policy.previousPriorities());
    }

    private boolean isHashed() {
        return cluster.loadBalancing() instanceof LoadBalancingPolicy.RingHash
                || cluster.loadBalancing() instanceof LoadBalancingPolicy.Maglev;
    }

    private boolean isFixed() {
        return cluster.type() == ClusterType.ORIGINAL_DST || cluster.type() == ClusterType.DYNAMIC_FORWARD_PROXY;
    }

    private RetryRule rule() {
        return new RetryRule(
                policy.previousHosts(),
                policy.hostSelectionMaxAttempts().orElse(1),
                policy.previousPriorities() ? OptionalInt.of(ISTIO_FREQUENCY) : OptionalInt.empty());
    }

    private EndpointDraw draw(List<LbEndpoint> tried) {
        return isFixed()
                ? new EndpointDraw(
                        visits.keySet().stream()
                                .map(endpoint -> new EndpointDraw.Target(endpoint, 0, Share.ONE))
                                .toList(),
                        Share.ZERO)
                : draws.apply(rule(), tried);
    }

    private void independent(EndpointDraw draw) {
        List<Share> shares =
                draw.targets().stream().map(EndpointDraw.Target::share).toList();
        List<Share> failing = draw.targets().stream()
                .map(target -> failing(visitsOf(target.endpoint())))
                .toList();
        int candidates =
                policy.previousHosts() ? policy.hostSelectionMaxAttempts().orElse(1) + 1 : 1;
        RetriedShares all = RetriedShares.of(shares, draw.refused(), failing, candidates, policy.attempts());
        for (int i = 0; i < shares.size(); i++) {
            Visits visit = visitsOf(draw.targets().get(i).endpoint());
            visit.tries = all.tries().get(i);
            visit.lastTries = all.lastTries().get(i);
        }
        refused = all.refused();
        followed = all.followed();
    }

    /** Tries one after the other; the states are what was tried before, all in vain. */
    private void dependent() {
        Map<List<LbEndpoint>, Share> states = new LinkedHashMap<>();
        states.put(List.of(), Share.ONE);
        int drawsLeft = MOST_DRAWS;
        for (int made = 0; ; made++) {
            drawsLeft -= states.size();
            Map<List<LbEndpoint>, Share> next = new LinkedHashMap<>();
            Map<LbEndpoint, Share> now = new LinkedHashMap<>();
            states.forEach((tried, weight) -> attempt(tried, weight, now, next));
            now.forEach((endpoint, share) ->
                    visitsOf(endpoint).tries = visitsOf(endpoint).tries.plus(share));
            if (made == policy.attempts() || next.isEmpty() || next.size() > drawsLeft) {
                now.forEach((endpoint, share) -> visitsOf(endpoint).lastTries = share);
                followed = next.isEmpty() ? policy.attempts() : made;
                return;
            }
            states = next;
        }
    }

    private void attempt(
            List<LbEndpoint> tried, Share weight, Map<LbEndpoint, Share> now, Map<List<LbEndpoint>, Share> next) {
        EndpointDraw draw = draw(tried);
        refused = refused.plus(weight.times(draw.refused()));
        for (EndpointDraw.Target target : draw.targets()) {
            LbEndpoint endpoint = target.endpoint();
            Visits visit = visits.computeIfAbsent(endpoint, key -> new Visits(follow.apply(key), asideShare));
            Share share = weight.times(target.share());
            Share failing = share.times(failing(visit));
            now.merge(endpoint, share, Share::plus);
            if (!failing.isZero()) {
                next.merge(after(tried, endpoint), failing, Share::plus);
            }
        }
    }

    /** {@return what was tried, as far as the next draw looks at it: priorities follow from the order, hashes from the hosts} */
    private List<LbEndpoint> after(List<LbEndpoint> tried, LbEndpoint endpoint) {
        List<LbEndpoint> all = new ArrayList<>(tried);
        if (!isHashed()) {
            all.add(endpoint);
        } else if (!all.contains(endpoint)) {
            all.add(endpoint);
            all.sort(Comparator.comparing(LbEndpoint::address));
        }
        return all;
    }

    private Visits visitsOf(LbEndpoint endpoint) {
        Visits visit = visits.get(endpoint);
        if (visit == null) {
            throw new IllegalStateException("first tries do not get to " + endpoint.address());
        }
        return visit;
    }

    private Share failing(Visits visit) {
        return Share.sum(visit.part.endings().stream()
                        .filter(triggers::repeats)
                        .map(ending -> ending.outcome().share())
                        .toList())
                .dividedBy(visit.of);
    }

    private CallEvents.Part part(Share all, Share firstRefused) {
        List<EndpointTarget> answers = new ArrayList<>();
        List<CallEnding> endings = new ArrayList<>();
        List<CallVisit> reached = new ArrayList<>();
        for (Visits visit : visits.values()) {
            Share tries = all.times(visit.tries).dividedBy(visit.of);
            Share lastTries = all.times(visit.lastTries).dividedBy(visit.of);
            visit.part
                    .answers()
                    .forEach(answer -> add(answers, answer, answer.share().times(tries)));
            visit.part.tries().forEach(each -> reached.add(each.times(tries)));
            for (CallEnding ending : visit.part.endings()) {
                boolean repeats = triggers.repeats(ending);
                Share share = ending.outcome().share().times(repeats ? lastTries : tries);
                if (!share.isZero()) {
                    endings.add(repeats ? exceeded(ending.withShare(share)) : ending.withShare(share));
                }
            }
        }
        Share noHost = refused.minus(firstRefused).times(all);
        if (!noHost.isZero()) {
            endings.add(new CallEnding(noHost(noHost), TryResult.RESPONSE));
        }
        return new CallEvents.Part(answers, endings, reached);
    }

    private static void add(List<EndpointTarget> answers, EndpointTarget answer, Share share) {
        if (!share.isZero()) {
            answers.add(answer.withShare(share));
        }
    }

    private static Outcome noHost(Share share) {
        return Outcome.builder()
                .kind(Outcome.Kind.REFUSED)
                .share(share)
                .status(UNAVAILABLE)
                .flags("UH")
                .reason(Reason.NO_HEALTHY_UPSTREAM)
                .detail("no_healthy_upstream at a retry")
                .build();
    }

    private static CallEnding exceeded(CallEnding ending) {
        String flags = ending.outcome().flags();
        return ending.withOutcome(Outcome.builder()
                .from(ending.outcome())
                .flags(flags.equals("-") ? LIMIT_EXCEEDED : flags + "," + LIMIT_EXCEEDED)
                .build());
    }
}
