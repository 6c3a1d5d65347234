package io.eastwest.routing.parity;

import io.eastwest.routing.proxy.TraceSink;
import io.eastwest.routing.proxy.TraceStep;
import java.util.ArrayList;
import java.util.List;

/** Keeps the steps of a decision, one line each. */
final class RecordedTrace implements TraceSink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void step(TraceStep step) {
        lines.add((step.taken() ? "+ " : "- ")
                + step.stage()
                + " "
                + step.candidate()
                + ": "
                + step.why()
                + step.origin()
                        .map(origin -> " (" + origin.resource() + " " + origin.path() + ")")
                        .orElse(""));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
