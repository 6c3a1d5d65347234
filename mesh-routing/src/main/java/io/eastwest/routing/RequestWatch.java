package io.eastwest.routing;

import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;

/** Finds out whether a decision depends on more of the request than its kind and the route that it takes at the first proxy. */
final class RequestWatch implements TraceSink {
    private int proxies;
    private boolean decisive;

    /** The next proxy is asked. */
    void enter() {
        proxies++;
    }

    boolean isDecisive() {
        return decisive;
    }

    @Override
    public boolean isRecording() {
        return false;
    }

    @Override
    public void step(TraceStep step) {}

    /** The choice at the first proxy is made for each call. */
    @Override
    public void requestChoosesRoute() {
        decisive |= proxies > 1;
    }

    @Override
    public void requestDecides() {
        decisive = true;
    }
}
