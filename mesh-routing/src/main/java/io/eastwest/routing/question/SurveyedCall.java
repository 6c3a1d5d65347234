package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Decision;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call and what becomes of it under each failure of a {@link FailureSurvey}. Where the pod that calls is down, another of its
 * kind calls. Not thread-safe.
 */
public final class SurveyedCall {
    private final FailureSurvey survey;
    private final Call call;
    private final List<WorkloadInstance> candidates;
    private final Optional<Decision> healthy;
    private final Optional<Footprint> footprint;
    private final Map<Footprint.Effect, Decision> known = new LinkedHashMap<>();

    SurveyedCall(
            FailureSurvey survey,
            Call call,
            List<WorkloadInstance> candidates,
            Optional<Decision> healthy,
            Optional<Footprint> footprint) {
        this.survey = survey;
        this.call = call;
        this.candidates = candidates;
        this.healthy = healthy;
        this.footprint = footprint;
        footprint.ifPresent(print -> known.put(print.effect(survey.healthyEffect()), healthy.orElseThrow()));
    }

    /** {@return the call} */
    public Call call() {
        return call;
    }

    /** {@return the decision when nothing is broken; empty: the DNS of the caller does not know the host} */
    public Optional<Decision> healthy() {
        return healthy;
    }

    /** {@return the failures that may change the decision, by index, ascending; all others leave it as it is} */
    public int[] touching() {
        return footprint
                .map(print -> print.touching(survey.index(), candidates.get(0)).stream())
                .map(indexes -> indexes.toArray())
                .orElseGet(() -> new int[0]);
    }

    /**
     * The call as it is made under a failure.
     *
     * @param failure index of the failure
     * @return the call, maybe of another pod; empty: every pod that could call is down
     */
    public Optional<Call> callUnder(int failure) {
        FailureEffect effect = survey.index().effect(failure);
        return candidates.stream()
                .filter(pod -> !effect.down().contains(MeshPods.id(pod)))
                .findFirst()
                .map(this::callOf);
    }

    private Call callOf(WorkloadInstance pod) {
        if (pod == candidates.get(0)) {
            return call;
        }
        Caller other = new Caller(
                pod.name(), pod.namespace(), pod.cluster(), call.caller().outside());
        return new Call(other, call.host(), call.port(), call.request(), call.tls());
    }

    /**
     * The decision under a failure; its conditions may be those of another failure that does the same to the call.
     *
     * @param failure index of the failure
     * @return the decision; empty: nobody calls, or DNS does not know the host
     */
    public Optional<Decision> under(int failure) {
        if (footprint.isEmpty()) {
            return Optional.empty();
        }
        FailureEffect effect = survey.index().effect(failure);
        Optional<WorkloadInstance> pod = candidates.stream()
                .filter(each -> !effect.down().contains(MeshPods.id(each)))
                .findFirst();
        if (pod.isEmpty()) {
            return Optional.empty();
        }
        if (pod.get() != candidates.get(0)) {
            return survey.decide(callOf(pod.get()), pod.get(), effect.conditions());
        }
        Footprint.Effect seen = footprint.get().effect(effect);
        Decision before = known.get(seen);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Decision> decision = survey.decide(call, pod.get(), effect.conditions());
        decision.ifPresent(each -> known.put(seen, each));
        return decision;
    }
}
