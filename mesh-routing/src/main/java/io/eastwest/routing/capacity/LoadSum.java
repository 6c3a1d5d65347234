package io.eastwest.routing.capacity;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallTries;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.capacity.PodLoad.Role;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up loads. */
final class LoadSum {
    private final Map<String, Share> limits;
    private final Map<String, Share> endpoints = new TreeMap<>();
    private final Map<String, Share> failing = new TreeMap<>();
    private final Map<String, Share> gateways = new TreeMap<>();
    private final Map<String, String> clusters = new TreeMap<>();
    private Share byRule = Share.ZERO;
    private Share failed = Share.ZERO;
    private Share lost = Share.ZERO;
    private Share notCalled = Share.ZERO;
    private boolean retried;

    LoadSum(Map<String, Share> limits) {
        this.limits = limits;
    }

    /**
     * Adds the calls of one pod.
     *
     * @param call the call
     * @param found what becomes of it; empty: DNS does not know the host
     * @param rate calls per second
     */
    void add(Call call, Optional<TriedCall> found, Share rate) {
        if (call.caller().outside()) {
            through(
                    call.caller().cluster() + "/" + call.caller().namespace() + "/"
                            + call.caller().workload(),
                    rate);
        }
        if (found.isEmpty()) {
            lost = lost.plus(rate);
            return;
        }
        CallTries tries = found.get().tries();
        Decision decision = tries.decision();
        retried |= found.get().isRetriedUnanswered();
        for (EndpointTarget target : tries.tries()) {
            Share part = rate.times(target.share());
            endpoints.merge(target.owner(), part, Share::plus);
            failing.merge(target.owner(), part.times(found.get().failing(target)), Share::plus);
            clusters.put(target.owner(), target.cluster());
        }
        tries.passes().forEach((proxy, share) -> through(proxy, rate.times(share)));
        failed = failed.plus(rate.times(tries.failed()));
        lost = lost.plus(rate.times(decision.share(Outcome.Kind.REFUSED).minus(tries.failed())));
        byRule = byRule.plus(rate.times(decision.share(Outcome.Kind.DIRECT)))
                .plus(rate.times(decision.share(Outcome.Kind.REDIRECTED)));
    }

    private void through(String pod, Share rate) {
        gateways.merge(pod, rate, Share::plus);
    }

    void notCalled(Share rate) {
        notCalled = notCalled.plus(rate);
    }

    /** {@return loads by name of the pod, endpoints before gateways} */
    List<PodLoad> pods() {
        List<PodLoad> pods = new ArrayList<>();
        endpoints.forEach((pod, rate) -> pods.add(load(pod, clusters.getOrDefault(pod, ""), Role.ENDPOINT, rate)));
        gateways.forEach((pod, rate) -> pods.add(load(pod, pod.substring(0, pod.indexOf('/')), Role.GATEWAY, rate)));
        return pods;
    }

    private PodLoad load(String pod, String cluster, Role role, Share rate) {
        return new PodLoad(
                pod,
                cluster,
                role,
                rate,
                role == Role.ENDPOINT ? failing.getOrDefault(pod, Share.ZERO) : Share.ZERO,
                Optional.ofNullable(limits.get(pod)));
    }

    Share failed() {
        return failed;
    }

    Share byRule() {
        return byRule;
    }

    Share lost() {
        return lost;
    }

    Share notCalled() {
        return notCalled;
    }

    boolean isRetried() {
        return retried;
    }
}
