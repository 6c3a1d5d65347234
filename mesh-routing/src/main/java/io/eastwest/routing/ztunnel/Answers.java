package io.eastwest.routing.ztunnel;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.trace.TraceStepBuilder;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of answers and traces of a ztunnel. */
final class Answers {
    private Answers() {}

    static Outcome forwarded(Share share) {
        return Outcome.builder()
                .kind(Outcome.Kind.FORWARDED)
                .share(share)
                .reason(Reason.FORWARDED)
                .build();
    }

    /** {@return that the connection is closed} */
    static Outcome closed(Reason reason, String detail, Share share) {
        return Outcome.builder()
                .kind(Outcome.Kind.REFUSED)
                .share(share)
                .reason(reason)
                .detail(detail)
                .closed(true)
                .build();
    }

    static ZtunnelAnswer refused(Reason reason, String detail) {
        return ZtunnelAnswer.builder()
                .addOutcome(closed(reason, detail, Share.ONE))
                .build();
    }

    static void step(
            TraceSink trace,
            TraceStep.Stage stage,
            boolean taken,
            String candidate,
            Optional<Origin> origin,
            Supplier<String> why) {
        if (trace.isRecording()) {
            trace.step(step(stage, taken, candidate, origin).why(why.get()).build());
        }
    }

    /** {@return a step that lacks its reason} */
    static TraceStepBuilder step(TraceStep.Stage stage, boolean taken, String candidate, Optional<Origin> origin) {
        return TraceStep.builder()
                .stage(stage)
                .taken(taken)
                .candidate(candidate)
                .resource(origin.map(Origin::resource))
                .path(origin.map(Origin::path).orElse(""));
    }
}
