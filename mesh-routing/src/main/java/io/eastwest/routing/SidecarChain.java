package io.eastwest.routing;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;

/** Follows a call from the caller's sidecar on. */
final class SidecarChain {
    private final CallPath path;

    SidecarChain(CallPath path) {
        this.path = path;
    }

    Decision follow(Connection connection) {
        WorkloadInstance caller = path.caller();
        String id = WorkloadNames.id(caller);
        ProxyAnswer first =
                path.router().proxy(id).outbound(connection, path.call().request(), path.down(caller), path.trace());
        path.endings().note(first);
        first.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FORWARDED)
                .forEach(path.endings()::end);
        Arrival start = Arrival.from(path, List.of(new Hop(id, Hop.Kind.CLIENT_SIDECAR, "", "")))
                .behindProxy(first.routeConfiguration().isPresent());
        new EnvoyLeg(path, EastWestLeg.Source.ZTUNNEL).onward(first, caller, start);
        return path.endings().decision(first);
    }
}
