package io.eastwest.routing.trace;

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
}
