package io.eastwest.routing;

import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Follows a call from proxy to proxy. Shares are multiplied along the way. */
final class CallChain {
    private final CallStart start;
    private final CallPath path;

    CallChain(MeshRouter router, CallStart start, Call call, Damage damage, TraceSink trace) {
        this(router, start, call, damage, trace, Collections.emptyMap());
    }

    CallChain(
            MeshRouter router,
            CallStart start,
            Call call,
            Damage damage,
            TraceSink trace,
            Map<String, ErrorAnswer> errors) {
        this.start = start;
        this.path = new CallPath(router, call, damage, trace, start.caller(), new CallEndings(call, damage, errors));
    }

    /** {@return what becomes of the call, and where its tries get} */
    CallTries followTries() {
        return path.endings().tries(follow());
    }

    Decision follow() {
        if (path.damage().isDown(start.caller())) {
            path.endings()
                    .note(List.of("the caller " + start.id()
                            + " is down itself; the decision is that of a call it would make if it ran"));
        }
        path.endings().note(start.doubts());
        path.enter(start.caller());
        return switch (start.kind()) {
            case GATEWAY -> fromEnvoy(Hop.Kind.INGRESS_GATEWAY, EastWestLeg.Source.GATEWAY);
            case SIDECAR -> fromEnvoy(Hop.Kind.CLIENT_SIDECAR, EastWestLeg.Source.ZTUNNEL);
            case ZTUNNEL -> new ZtunnelChain(path).follow(start.connection());
            case NOTHING -> new PlainChain(path).follow(start.connection());
        };
    }

    private Decision fromEnvoy(Hop.Kind kind, EastWestLeg.Source source) {
        ProxyAnswer first = start.ask(path.router(), path.call().request(), path.damage(), path.trace());
        path.endings().note(first);
        first.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(path.endings()::end);
        boolean http = start.kind() == CallStart.Kind.GATEWAY
                || first.routeConfiguration().isPresent();
        Arrival leaving = Arrival.from(path, List.of(new Hop(start.id(), kind, "", "")))
                .behindProxy(http)
                .endedBy(first);
        if (first.routeConfiguration().isPresent()) {
            path.endings().readable();
        }
        new EnvoyLeg(path, source).onward(first, start.caller(), leaving);
        return path.endings().decision(first);
    }
}
