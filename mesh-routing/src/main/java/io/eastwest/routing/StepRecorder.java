package io.eastwest.routing;

import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the steps of a decision, each with the proxy that took it and where its resource is written. Of the candidates that a stage
 * of one proxy leaves, and of those that it takes, it keeps the first; the others it counts.
 */
final class StepRecorder implements TraceSink {
    private static final int LEFT_LIMIT = 250;
    private static final int TAKEN_LIMIT = 1_000;
    private static final int LIMIT = 20_000;

    private final CompiledMesh mesh;
    private final List<TraceStep> steps = new ArrayList<>();
    private final Map<Key, Integer> kept = new LinkedHashMap<>();
    private final Map<Place, Integer> omitted = new LinkedHashMap<>();
    private String proxy = "";
    private String cluster = "";

    StepRecorder(CompiledMesh mesh) {
        this.mesh = mesh;
    }

    private record Key(TraceStep.Stage stage, boolean taken) {}

    private record Place(String proxy, TraceStep.Stage stage) {}

    /** The next steps are those of this proxy. */
    void enter(String proxy, String cluster) {
        this.proxy = proxy;
        this.cluster = cluster;
        kept.clear();
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void step(TraceStep step) {
        int known = kept.merge(new Key(step.stage(), step.taken()), 1, Integer::sum);
        if (known > (step.taken() ? TAKEN_LIMIT : LEFT_LIMIT) || steps.size() >= LIMIT) {
            omitted.merge(new Place(proxy, step.stage()), 1, Integer::sum);
            return;
        }
        steps.add(step.toBuilder()
                .proxy(proxy)
                .location(step.resource()
                        .map(resource -> mesh.location(cluster, resource, step.path()))
                        .orElse(""))
                .build());
    }

    Explanation explain(Decision decision) {
        List<OmittedSteps> counted = new ArrayList<>();
        omitted.forEach((place, count) -> counted.add(new OmittedSteps(place.proxy(), place.stage(), count)));
        return new Explanation(decision, steps, counted);
    }
}
