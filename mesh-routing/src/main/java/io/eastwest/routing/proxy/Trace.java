package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.match.RouteObserver;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The trace of one call. Texts are only made when somebody listens. */
final class Trace {
    private static final String ALL_HOLD = "all conditions hold";

    private final TraceSink sink;

    Trace(TraceSink sink) {
        this.sink = sink;
    }

    boolean isRecording() {
        return sink.isRecording();
    }

    TraceSink sink() {
        return sink;
    }

    /** Something in the request decides which route takes it. */
    void requestChoosesRoute() {
        sink.requestChoosesRoute();
    }

    /** Something else in the request decides. */
    void requestDecides() {
        sink.requestDecides();
    }

    /** {@return who hears what the request was held against; empty: nobody} */
    Optional<RequestObserver> observer() {
        return sink instanceof RequestObserver observer ? Optional.of(observer) : Optional.empty();
    }

    void taken(TraceStep.Stage stage, String candidate, Optional<Origin> origin, Supplier<String> why) {
        if (sink.isRecording()) {
            step(stage, true, candidate, origin, why.get(), List.of());
        }
    }

    void left(TraceStep.Stage stage, String candidate, Optional<Origin> origin, Supplier<String> why) {
        if (sink.isRecording()) {
            step(stage, false, candidate, origin, why.get(), List.of());
        }
    }

    void failed(
            TraceStep.Stage stage,
            String candidate,
            Optional<Origin> origin,
            String why,
            Supplier<List<Mismatch>> mismatches) {
        if (sink.isRecording()) {
            step(stage, false, candidate, origin, why, mismatches.get());
        }
    }

    private void step(
            TraceStep.Stage stage,
            boolean taken,
            String candidate,
            Optional<Origin> origin,
            String why,
            List<Mismatch> mismatches) {
        sink.step(TraceStep.builder()
                .stage(stage)
                .taken(taken)
                .candidate(candidate)
                .why(why)
                .mismatches(mismatches)
                .resource(origin.map(Origin::resource))
                .path(origin.map(Origin::path).orElse(""))
                .build());
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
            public void considered(ProxyRoute route, List<Mismatch> mismatches) {
                step(
                        TraceStep.Stage.ROUTE,
                        mismatches.isEmpty(),
                        route.name(),
                        route.origin(),
                        mismatches.isEmpty() ? ALL_HOLD : "",
                        mismatches);
            }
        };
    }
}
