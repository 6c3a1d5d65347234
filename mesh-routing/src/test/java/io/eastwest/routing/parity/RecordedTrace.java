package io.eastwest.routing.parity;

import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
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
                + step.reason()
                + step.resource()
                        .map(resource -> " (" + resource + " " + step.path() + ")")
                        .orElse(""));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
