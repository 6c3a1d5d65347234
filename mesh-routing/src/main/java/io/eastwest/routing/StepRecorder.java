package io.eastwest.routing;

import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.proxy.TraceStep;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Keeps the steps of a decision, each with the cluster of the proxy that took it. */
final class StepRecorder implements TraceSink {
    private final List<TraceStep> steps = new ArrayList<>();
    private final IdentityHashMap<TraceStep, String> clusters = new IdentityHashMap<>();
    private String cluster = "";

    /** The next steps are those of a proxy in this cluster. */
    void enter(String cluster) {
        this.cluster = cluster;
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void step(TraceStep step) {
        steps.add(step);
        clusters.put(step, cluster);
    }

    List<TraceStep> steps() {
        return steps;
    }

    /** {@return the cluster of the proxy that took a step of this recorder} */
    String cluster(TraceStep step) {
        return clusters.getOrDefault(step, "");
    }
}
