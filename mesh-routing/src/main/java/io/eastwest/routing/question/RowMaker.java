package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.Footprint.Effect;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one call under many conditions, none of them twice. Not thread-safe. */
final class RowMaker {
    private final MeshRouter router;
    private final MeshPods pods;
    private final CallSurvey survey;
    private final CallTarget target;
    private final Caller caller;
    private final List<WorkloadInstance> candidates;
    private final Call call;
    private final Map<Effect, CallResult> known = new LinkedHashMap<>();
    private @Nullable Footprint footprint;

    RowMaker(
            MeshRouter router,
            MeshPods pods,
            CallSurvey survey,
            CallTarget target,
            Caller caller,
            List<WorkloadInstance> candidates) {
        this.router = router;
        this.pods = pods;
        this.survey = survey;
        this.target = target;
        this.caller = caller;
        this.candidates = candidates;
        this.call = CallSurvey.call(target.draft(), caller);
    }

    String target() {
        return target.name();
    }

    Call call() {
        return call;
    }

    String locality() {
        return MeshPods.locality(candidates.get(0));
    }

    /** {@return how the calls end; another pod calls where the first one is down} */
    CallResult result(FailureEffect effect) {
        return candidates.stream()
                .filter(pod -> !effect.down().contains(MeshPods.id(pod)))
                .findFirst()
                .map(pod -> result(pod, effect))
                .orElseGet(() -> CallResult.builder().called(false).build());
    }

    private CallResult result(WorkloadInstance pod, FailureEffect effect) {
        String id = MeshPods.id(pod);
        if (pod != candidates.get(0)) {
            Caller other = new Caller(pod.name(), pod.namespace(), pod.cluster(), caller.outside());
            return survey.ask(CallSurvey.call(target.draft(), other), id, effect.conditions());
        }
        Footprint print = footprint;
        if (print == null) {
            Optional<Decision> decision = survey.decide(call, id, effect.conditions());
            if (decision.isEmpty()) {
                return CallSurvey.unknownHost(call);
            }
            print = Footprint.of(router, pods, pod, decision.get(), effect);
            footprint = print;
            CallResult result = survey.result(decision.get());
            known.put(print.effect(effect), result);
            return result;
        }
        Effect seen = print.effect(effect);
        CallResult before = known.get(seen);
        if (before != null) {
            return before;
        }
        CallResult result = survey.ask(call, id, effect.conditions());
        known.put(seen, result);
        return result;
    }
}
