package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides calls under each of some failures, and no call twice when two failures do the same to everything on its ways. Not
 * thread-safe: each thread takes its own.
 *
 * <p>That the control plane is down changes no decision but its findings; it is not asked for.
 */
public final class FailureSurvey {
    private final MeshRouter router;
    private final MeshPods pods;
    private final CallSurvey survey;
    private final List<MeshFailure> failures;
    private final FailureIndex index;
    private final FailureEffect healthy;
    private final Map<Caller, List<WorkloadInstance>> places = new LinkedHashMap<>();
    private long decisions;

    private FailureSurvey(MeshRouter router, List<MeshFailure> failures) {
        this.router = router;
        this.pods = new MeshPods(router);
        this.survey = new CallSurvey(router, pods);
        this.failures = List.copyOf(failures);
        this.index = new FailureIndex(router, pods, failures);
        this.healthy = FailureEffect.of(router, pods, Conditions.healthy());
    }

    /**
     * Prepares a survey.
     *
     * @param router the mesh
     * @param failures what may break, one at a time
     * @return the survey
     * @throws IllegalArgumentException if failures name what the mesh does not have
     */
    public static FailureSurvey of(MeshRouter router, List<MeshFailure> failures) {
        return new FailureSurvey(router, failures);
    }

    /** {@return what may break} */
    public List<MeshFailure> failures() {
        return failures;
    }

    /** {@return how many decisions were made so far} */
    public long decisions() {
        return decisions;
    }

    /**
     * A call, decided when nothing is broken.
     *
     * @param call the call
     * @return what becomes of it
     * @throws IllegalArgumentException if the mesh has no such caller
     */
    public SurveyedCall call(Call call) {
        List<WorkloadInstance> candidates =
                places.computeIfAbsent(call.caller(), key -> pods.likeness(router.workload(key)));
        WorkloadInstance caller = candidates.get(0);
        Optional<Decision> decision = decide(call, caller, Conditions.healthy());
        Optional<Footprint> footprint = decision.map(each -> Footprint.of(router, pods, caller, each, healthy));
        return new SurveyedCall(this, call, candidates, decision, footprint);
    }

    FailureIndex index() {
        return index;
    }

    FailureEffect healthyEffect() {
        return healthy;
    }

    Optional<Decision> decide(Call call, WorkloadInstance caller, Conditions conditions) {
        Optional<Decision> decision = survey.decide(call, MeshPods.id(caller), conditions);
        decisions += decision.isPresent() ? 1 : 0;
        return decision;
    }
}
