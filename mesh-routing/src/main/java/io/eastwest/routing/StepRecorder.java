package io.eastwest.routing;

import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.proxy.TraceStep;
import java.util.ArrayList;
import java.util.List;

/** Keeps the steps of a decision. */
final class StepRecorder implements TraceSink {
    private final List<TraceStep> steps = new ArrayList<>();

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void step(TraceStep step) {
        steps.add(step);
    }

    List<TraceStep> steps() {
        return steps;
    }
}
