package io.eastwest.routing.trace;

import io.eastwest.model.ResourceKey;
import java.util.Optional;

/** Takes the steps of a decision as they are made. The decision is the same whatever the sink does. */
public interface TraceSink {
    /** Takes nothing. */
    TraceSink NONE = new TraceSink() {
        @Override
        public boolean isRecording() {
            return false;
        }

        @Override
        public void step(TraceStep step) {}
    };

    /** {@return whether steps are wanted; when false callers build none} */
    boolean isRecording();

    /**
     * Takes one step.
     *
     * @param step what was considered, and whether it was taken
     */
    void step(TraceStep step);

    /** Hears that something in the request decides which route of a proxy takes it. */
    default void requestChoosesRoute() {}

    /** Hears that something in the request, beside what chooses a route, decides what a proxy does with it. */
    default void requestDecides() {}

    /**
     * Takes a candidate that was taken; ask {@link #isRecording()} first.
     *
     * @param stage stage
     * @param candidate what was considered
     * @param why why it was taken
     * @param resource the resource it comes from
     * @param path path in the resource; empty: the whole
     */
    default void taken(
            TraceStep.Stage stage, String candidate, String why, Optional<ResourceKey> resource, String path) {
        step(TraceStep.builder()
                .stage(stage)
                .taken(true)
                .candidate(candidate)
                .why(why)
                .resource(resource)
                .path(path)
                .build());
    }

    /**
     * Takes a candidate that was left; ask {@link #isRecording()} first.
     *
     * @param stage stage
     * @param candidate what was considered
     * @param why the predicate that failed
     * @param resource the resource it comes from
     * @param path path in the resource; empty: the whole
     */
    default void left(
            TraceStep.Stage stage, String candidate, Mismatch why, Optional<ResourceKey> resource, String path) {
        step(TraceStep.builder()
                .stage(stage)
                .taken(false)
                .candidate(candidate)
                .addMismatch(why)
                .resource(resource)
                .path(path)
                .build());
    }
}
