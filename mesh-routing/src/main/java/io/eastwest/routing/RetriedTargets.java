package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyMemory;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import io.eastwest.routing.view.WorkloadInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** Endpoints that a proxy chose, followed as often as its retry policy says. */
final class RetriedTargets {
    private final CallPath path;
    private final ProxyAnswer answer;
    private final WorkloadInstance proxy;
    private final RetryPolicy policy;
    private final Arrival arrival;
    private final RetryTriggers triggers;

    RetriedTargets(CallPath path, ProxyAnswer answer, WorkloadInstance proxy, RetryPolicy policy, Arrival arrival) {
        this.path = path;
        this.answer = answer;
        this.proxy = proxy;
        this.policy = policy;
        this.arrival = arrival;
        this.triggers = new RetryTriggers(policy, arrival.request());
    }

    /** {@return the retry policy of the route; empty: nothing is repeated} */
    static Optional<RetryPolicy> policy(ProxyAnswer answer) {
        return action(answer).flatMap(ForwardAction::retries).filter(policy -> policy.attempts() > 0);
    }

    private static Optional<ForwardAction> action(ProxyAnswer answer) {
        return answer.route()
                .map(ProxyRoute::action)
                .filter(action -> action instanceof ForwardAction)
                .map(action -> (ForwardAction) action);
    }

    /**
     * Follows all targets, cluster by cluster.
     *
     * @param way follows one target with a share of the calls that come to the proxy
     */
    void follow(BiConsumer<TargetShare, Share> way) {
        List<TargetShare> targets = answer.endpoints();
        int start = 0;
        while (start < targets.size()) {
            int end = start + 1;
            while (end < targets.size()
                    && targets.get(end).cluster().equals(targets.get(start).cluster())) {
                end++;
            }
            follow(targets.subList(start, end), way);
            start = end;
        }
    }

    private void follow(List<TargetShare> targets, BiConsumer<TargetShare, Share> way) {
        CallEvents events = path.endings().events();
        List<CallEvents.Mark> marks = new ArrayList<>();
        for (TargetShare target : targets) {
            marks.add(events.mark());
            way.accept(target, target.share());
        }
        marks.add(events.mark());
        String name = targets.get(0).cluster();
        Optional<Cluster> cluster = answer.clusters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(ClusterShare::cluster);
        if (!events.isEndedSince(marks.get(0)) || cluster.isEmpty()) {
            return;
        }
        RetriedLeg leg = leg(cluster.get(), targets, way);
        for (int i = 0; i < targets.size(); i++) {
            TargetShare target = targets.get(i);
            leg.first(
                    target.endpoint(),
                    events.between(marks.get(i), marks.get(i + 1)),
                    arrival.share().times(target.share()));
        }
        if (leg.isNeeded()) {
            events.replace(marks.get(0), leg.apply());
            note(leg);
            noteLimits(cluster.get());
        }
    }

    private RetriedLeg leg(Cluster cluster, List<TargetShare> targets, BiConsumer<TargetShare, Share> way) {
        ProxyMemory memory = path.mesh().memory(proxy.cluster());
        DownEndpoints down = path.down(proxy);
        OptionalLong hash = answer.upstreamRequests().stream()
                .filter(each -> each.cluster().equals(cluster.name()))
                .findFirst()
                .map(UpstreamRequest::hash)
                .orElse(OptionalLong.empty());
        Share all = Share.sum(targets.stream().map(TargetShare::share).toList());
        return new RetriedLeg(
                policy,
                triggers,
                cluster,
                (rule, tried) -> memory.draw(cluster, down, hash, rule, tried),
                endpoint -> aside(new TargetShare(cluster.name(), endpoint, 0, all), way),
                arrival.share().times(all));
    }

    /** {@return what becomes of calls that get to an endpoint, without noting it} */
    private CallEvents.Part aside(TargetShare target, BiConsumer<TargetShare, Share> way) {
        CallEvents events = path.endings().events();
        CallEvents.Mark mark = events.mark();
        CallEvents.Mark first = events.firstMark();
        way.accept(target, target.share());
        CallEvents.Part part = events.between(mark, events.mark());
        events.forget(mark, first);
        return part;
    }

    /** How many retries run at a time follows from how long tries take, which nobody says. */
    private void noteLimits(Cluster cluster) {
        CircuitBreakers limits = cluster.circuitBreakers();
        if (!path.endings().isAssumingErrors()) {
            return;
        }
        String retries = "of the " + policy.attempts() + " retries on " + policy.retryOn() + " of a call to "
                + cluster.name() + ", those are counted too that ";
        limits.retryBudget()
                .ifPresentOrElse(
                        budget -> path.endings()
                                .note(List.of(retries + "exceed the retryBudget of " + budget.percent()
                                        + " % of active requests, at least " + budget.minConcurrency())),
                        () -> limits.maxRetries()
                                .ifPresent(most -> path.endings()
                                        .note(List.of(retries + "are more than maxRetries, " + most + " at a time"))));
    }

    private void note(RetriedLeg leg) {
        List<String> notes = new ArrayList<>();
        if (leg.followed() < policy.attempts()) {
            notes.add("retries are followed up to number " + leg.followed() + " of " + policy.attempts()
                    + ": too many endpoints fail in different ways");
        }
        boolean limited = action(answer)
                .filter(action -> !action.timeout().equals(Duration.ZERO))
                .isPresent();
        if (limited || policy.perTryTimeout().isPresent()) {
            notes.add(
                    "tries that fail are taken to fail at once; those that fail slowly may use up the timeout of the route"
                            + " or of the try before a retry");
        }
        path.endings().note(notes);
    }
}
