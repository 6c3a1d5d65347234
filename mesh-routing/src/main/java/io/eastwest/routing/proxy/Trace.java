package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.match.RouteObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The trace of one call. Texts are only made when somebody listens. */
final class Trace {
    private final TraceSink sink;

    Trace(TraceSink sink) {
        this.sink = sink;
    }

    boolean isRecording() {
        return sink.isRecording();
    }

    void taken(TraceStep.Stage stage, String candidate, Optional<Origin> origin, Supplier<String> why) {
        step(stage, true, candidate, origin, why);
    }

    void left(TraceStep.Stage stage, String candidate, Optional<Origin> origin, Supplier<String> why) {
        step(stage, false, candidate, origin, why);
    }

    private void step(
            TraceStep.Stage stage, boolean taken, String candidate, Optional<Origin> origin, Supplier<String> why) {
        if (sink.isRecording()) {
            sink.step(new TraceStep(stage, taken, candidate, why.get(), origin));
        }
    }

    static Optional<Origin> first(List<Origin> origins) {
        return origins.stream().findFirst();
    }

    /** {@return an observer that writes each route considered into this trace} */
    RouteObserver routes() {
        if (!sink.isRecording()) {
            return RouteObserver.NONE;
        }
        return new RouteObserver() {
            @Override
            public boolean isWatching() {
                return true;
            }

            @Override
            public void considered(ProxyRoute route, Optional<String> mismatch) {
                step(
                        TraceStep.Stage.ROUTE,
                        mismatch.isEmpty(),
                        route.name(),
                        route.origin(),
                        () -> mismatch.orElse("all conditions hold"));
            }
        };
    }
}
